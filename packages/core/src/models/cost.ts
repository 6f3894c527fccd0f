import { type Architecture, type BuildSize, checkedCount, type GraphCost, LIMITS, modelCost, modelTrainingCost, PRECISIONS, type Precision } from '../graph/index.ts'
import { BatchLine } from './batch-line.ts'
import type { ModelUnit } from './model.ts'
import type { ItemCost } from './published-cost.ts'
import { RecentlyUsed } from './recently-used.ts'

/** The size and way a model runs, in the words of the wire. What is absent has the model's own default. */
export interface CostQuery {
  readonly batchSize: number
  /** Tokens; looked at by models that read text. */
  readonly sequenceLength?: number
  /** Pixels of one side; looked at by models that see. */
  readonly imageSize?: number
  /** `fp32`, `fp16`, `int8`, `w8a16`, `Q4_K_M` ...; an unknown word counts as fp16. Default fp32. */
  readonly precision?: string
  /** Training keeps activations for the backward pass; multiply-accumulates stay those of the forward pass. */
  readonly mode?: 'inference' | 'training'
  /** A language model reads all tokens, or, when this begins with `decode`, one more after `sequenceLength` others. */
  readonly phase?: string
}

/** What one forward pass of a batch costs. */
export interface ModelCost {
  /** Samples of the batch, or the tokens that are read or written. */
  readonly items: number
  /** Pixels of one side, tokens, or audio samples it was costed at. */
  readonly inputSize: number
  readonly parameters: number
  /** Multiply-accumulates of the whole batch, forward. */
  readonly macs: number
  /** Elements written by matrix products and convolutions, the whole batch. */
  readonly activations: number
  /** One item as tables of measurements count it: of a token the parameters it meets. */
  readonly itemMacs: number
  /** One item as tables of measurements count it: of models that see; absent for others. */
  readonly itemActivations?: number
  readonly weightBytes: number
  /** Live bytes at the worst moment of an inference, or all that the backward pass of a training step needs. */
  readonly peakActivationBytes: number
  /** Keys and values that are kept for the next token. */
  readonly cacheBytes: number
  /** Bytes read and written if nothing stays in cache. */
  readonly memoryTrafficBytes: number
  /** Operators that start a kernel. */
  readonly kernels: number
  /** Matrix products and convolutions. */
  readonly layers: number
}

/** What is known of a model whatever its size. */
export interface Costed {
  readonly unit: ModelUnit
  readonly inputSize: number
  readonly parameters: number
  /** Parameters one token meets. */
  readonly activeParameters: number
  /** Whether sizes are pixels, tokens or fixed. */
  readonly reads: 'tokens' | 'pixels' | 'fixed'
}

const known = new RecentlyUsed<ModelCost>(4096)
const lines = new RecentlyUsed<BatchLine<Bare>>(1024)

/** Cost by the operator graph; the last 4,096 answers are kept, and of 1,024 sizes how costs grow with the batch. Throws `invalid_model` when the size does not fit the architecture. */
export function costByGraph(architecture: Architecture, model: Costed, query: CostQuery): ModelCost {
  const size = buildSize(model, query)
  const key = `${keyOf(architecture)} ${model.unit} ${size.sequence} ${size.imageSize} ${size.precision} ${size.phase} ${query.mode}`
  return known.get(`${size.batch} ${key}`, () => {
    const line = lines.get(`${model.reads} ${key}`, () => new BatchLine((batch) => graphCost(architecture, { ...size, batch }, model, query.mode)))
    const cost = line.at(size.batch)
    const items = itemsOf(model, size)
    const itemMacs = model.unit === 'token' ? model.activeParameters : cost.macs / items
    return { ...cost, items, itemMacs, ...itemActivations(model, cost.activations / items), inputSize: (model.reads === 'pixels' ? size.imageSize : size.sequence) ?? model.inputSize }
  })
}

const keys = new WeakMap<object, number>()
const keysByText = new RecentlyUsed<number>(4096)
let lastKey = 0

/** A number that equal architectures share: keys with the whole configuration in them would be most of what a known cost takes to find. */
function keyOf(architecture: Architecture): number {
  const known = keys.get(architecture)
  if (known !== undefined) return known
  const key = keysByText.get(JSON.stringify(architecture), () => ++lastKey)
  keys.set(architecture, key)
  return key
}

/** Parameters of an architecture at its usual size. */
export const parametersOf = (architecture: Architecture): number => modelCost(architecture, { batch: 1 }).parameters

/** Parameters that a token does not meet: those of the experts it is not sent to. */
export function idleParameters({ builder, config }: Architecture): number {
  if (builder !== 'decoder' || config.layer.experts === undefined) return 0
  const { layers, denseLayers = 0, width, layer } = config
  const { count, active, intermediate } = config.layer.experts
  return (layers - denseLayers) * (count - active) * (layer.gated ? 3 : 2) * width * intermediate
}

type Bare = Omit<ModelCost, 'items' | 'itemMacs' | 'inputSize'>

/** As runtimes run it, with fused kernels; but a batch norm that learns is not folded into the convolution before it. */
function graphCost(architecture: Architecture, size: BuildSize, { reads }: Costed, mode: CostQuery['mode']): Bare {
  const cost = modelCost(architecture, size, { fused: true })
  if (mode !== 'training') return bare(cost)
  const { kernels, memoryTrafficBytes, keptActivationBytes } = modelTrainingCost(architecture, size, { fused: reads === 'tokens' })
  return { ...bare(cost), kernels, memoryTrafficBytes, peakActivationBytes: Math.max(keptActivationBytes, cost.peakActivationBytes) }
}

function bare({ parameters, macs, matrixActivations, weightBytes, peakActivationBytes, cacheBytes, memoryTrafficBytes, kernels, layers }: GraphCost): Bare {
  return { parameters, macs, activations: matrixActivations, weightBytes, peakActivationBytes, cacheBytes, memoryTrafficBytes, kernels, layers }
}

/** The size a graph is built for, with the model's own defaults. */
export function buildSize({ unit, inputSize, reads }: Pick<Costed, 'unit' | 'inputSize' | 'reads'>, { batchSize, sequenceLength, imageSize, precision, mode, phase = '' }: CostQuery): BuildSize {
  const sequence = reads === 'tokens' ? (sequenceLength ?? inputSize) : inputSize
  const runs = unit === 'sample' || mode === 'training' ? 'forward' : phase.startsWith('decode') ? 'decode' : 'prefill'
  return { batch: batchSize, ...(reads === 'pixels' ? { imageSize: imageSize ?? inputSize } : { sequence }), precision: graphPrecision(precision), phase: runs }
}

const itemActivations = ({ reads }: Costed, count: number) => (reads === 'pixels' ? { itemActivations: count } : {})

const itemsOf = ({ unit }: Costed, { batch, sequence = 1, phase }: BuildSize): number => (unit === 'sample' || phase === 'decode' ? batch : batch * sequence)

/** Ratios of image models, medians over those with a graph: what figures do not tell is estimated with them. */
const USUAL = {
  kernelsPerLayer: 1.6,
  /** Elements written by all operators for each that a matrix product or convolution writes. */
  writtenPerActivation: 1.25,
  /** Of all that is written, the share that is live at the worst moment, and what is kept for a backward pass. */
  liveShare: 0.05,
  keptShare: 1.3,
  /** Layers of a network of a million parameters, and the power they grow with. */
  layersAtMillion: 46,
  layersPower: 0.2,
} as const

/** Cost from the parameters and the cost of one item. */
export function costByFigures(item: ItemCost, model: Costed, query: CostQuery): ModelCost {
  const { matrices, activations: stored } = PRECISION_BYTES[graphPrecision(query.precision)]
  checkedCount('batch_size', query.batchSize, LIMITS.batch)
  const items = itemsOf(model, buildSize(model, query))
  const layers = Math.max(1, Math.round(USUAL.layersAtMillion * (model.parameters / 1e6) ** USUAL.layersPower))
  const writtenBytes = USUAL.writtenPerActivation * item.activations * items * stored
  const readParameters = model.unit === 'token' ? Math.min(model.parameters, model.activeParameters * items) : model.parameters
  return {
    items,
    inputSize: item.inputSize,
    parameters: model.parameters,
    macs: item.macs * items,
    activations: item.activations * items,
    itemMacs: item.macs,
    ...itemActivations(model, item.activations),
    weightBytes: model.parameters * matrices,
    peakActivationBytes: (query.mode === 'training' ? USUAL.keptShare : USUAL.liveShare) * writtenBytes,
    cacheBytes: 0,
    memoryTrafficBytes: readParameters * matrices + 2 * writtenBytes,
    kernels: Math.round(layers * USUAL.kernelsPerLayer),
    layers,
  }
}

/** Bytes of an element of a weight matrix and of an activation. */
const PRECISION_BYTES: Readonly<Record<Precision, { readonly matrices: number; readonly activations: number }>> = {
  fp32: { matrices: 4, activations: 4 },
  fp16: { matrices: 2, activations: 2 },
  bf16: { matrices: 2, activations: 2 },
  fp8: { matrices: 1, activations: 2 },
  fp4: { matrices: 0.5, activations: 2 },
  int8: { matrices: 1, activations: 1 },
  w8a16: { matrices: 1, activations: 2 },
  int4: { matrices: 0.5, activations: 2 },
}

/** Words of the wire and of measurements for a precision of the graph, first match wins. */
const PRECISION_WORDS: readonly (readonly [RegExp, Precision])[] = [
  [/^w8a8$|^int8|^q8/i, 'int8'],
  [/^w8/i, 'w8a16'],
  [/^w[2-5]|^i?q[1-6]|^int[2-6]|4bit|^tq/i, 'int4'],
  [/fp8/i, 'fp8'],
  [/fp4/i, 'fp4'],
  [/^bf16$/i, 'bf16'],
  [/32/, 'fp32'],
]

/** Whether {@link graphPrecision} knows a word, and half precision by its other names. */
export const isKnownPrecision = (word: string): boolean =>
  Object.hasOwn(PRECISIONS, word) || /^(?:fp?16|float16|half|w16a16)$/i.test(word) || PRECISION_WORDS.some(([pattern]) => pattern.test(word.slice(0, 32)))

/** The precision of the graph a word stands for; fp16 when it is unknown. */
export function graphPrecision(word = 'fp32'): Precision {
  if (Object.hasOwn(PRECISIONS, word)) return word as Precision
  return PRECISION_WORDS.find(([pattern]) => pattern.test(word.slice(0, 32)))?.[1] ?? 'fp16'
}
