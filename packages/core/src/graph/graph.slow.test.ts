import { describe, expect, it } from 'vitest'
import { elementsOf } from './element-type.ts'
import { OPSET } from './graph.ts'
import { BUILDERS, type BuildSize, costOf, type Graph, GraphBuilder, type GraphCost, modelCost, modelTrainingCost, type Phase, PRECISIONS, type Precision, trainingCost } from './index.ts'
import { OPERATORS } from './ops/index.ts'
import { SAMPLES } from './testing.ts'

const PHASES: readonly Phase[] = ['forward', 'prefill', 'decode']
const cases = Object.entries(SAMPLES).flatMap(([name, model]) => (BUILDERS[model.builder].generates ? PHASES : PHASES.slice(0, 1)).map((phase) => [name, phase] as const))
const build = (name: string, size: BuildSize): Graph => BUILDERS[SAMPLES[name]!.builder].build(SAMPLES[name]!.config as never, size)
const cost = (name: string, size: BuildSize) => costOf(build(name, size))
const TOTALS = ['macs', 'flops', 'activations', 'matrixActivations', 'memoryTrafficBytes', 'cacheBytes'] as const satisfies readonly (keyof GraphCost)[]

describe.each(cases)('%s, %s', (name, phase) => {
  const size = { batch: 2, sequence: 12, phase } as const
  const graph = build(name, size)

  it('runs its operators in an order in which every input exists, and makes every tensor once', () => {
    const made = new Set([...graph.tensors.values()].filter(({ role, name }) => ['weight', 'constant', 'buffer'].includes(role) || graph.inputs.includes(name)).map(({ name }) => name))
    const wrong: string[] = []
    for (const { inputs, outputs } of graph.nodes) {
      wrong.push(...inputs.filter((input) => input !== '' && !made.has(input)), ...outputs.filter((output) => made.has(output)))
      for (const output of outputs) made.add(output)
    }
    expect(wrong).toEqual([])
    expect([...graph.tensors.keys()].filter((tensor) => !made.has(tensor))).toEqual([])
    expect(graph.outputs.filter((output) => !made.has(output))).toEqual([])
  })

  it('uses every weight, and every tensor leads to an output', () => {
    const used = new Set(graph.outputs)
    for (const { inputs, outputs } of graph.nodes.toReversed()) if (outputs.some((output) => used.has(output))) for (const input of inputs) used.add(input)
    expect(graph.nodes.filter(({ outputs }) => !outputs.some((output) => used.has(output)))).toEqual([])
    expect([...graph.tensors.values()].filter((tensor) => tensor.role === 'weight' && !used.has(tensor.name))).toEqual([])
  })

  it('holds known operators, whole positive dimensions, and constants with as many values as their shape', () => {
    expect(graph.nodes.filter(({ operator }) => !OPERATORS.has(operator))).toEqual([])
    const tensors = [...graph.tensors.values()]
    expect(tensors.filter(({ shape }) => !shape.every((dimension) => Number.isInteger(dimension) && dimension > 0))).toEqual([])
    expect(tensors.filter(({ shape, values }) => values !== undefined && values.length !== elementsOf(shape))).toEqual([])
  })

  it('costs no less than nothing, and moves at least its weights that products read', () => {
    const total = costOf(graph)
    expect(Object.values(total).every((value) => Number.isFinite(value) && value >= 0)).toBe(true)
    expect(total.flops).toBeGreaterThan(2 * total.macs)
    expect(total.matrixActivations).toBeLessThan(total.activations)
    expect(total.kernels).toBeLessThan(graph.nodes.length)
  })

  it('costs in proportion to the batch, weights and what is made once aside', () => {
    const [one, two, four] = [4, 8, 16].map((batch) => cost(name, { ...size, batch })) as [GraphCost, GraphCost, GraphCost]
    for (const key of TOTALS) expect((four[key] - two[key]) / Math.max(1, two[key] - one[key]), key).toBeCloseTo(two[key] === one[key] ? 0 : 2, 9)
    expect(two.peakActivationBytes).toBeGreaterThan(one.peakActivationBytes)
    expect([two.parameters, two.weightBytes, two.kernels, two.layers]).toEqual([one.parameters, one.weightBytes, one.kernels, one.layers])
  })

  it('costs the same counted layer by layer and by what repeats', () => {
    expect(modelCost(SAMPLES[name]!, { ...size, precision: 'fp16' })).toEqual(cost(name, { ...size, precision: 'fp16' }))
  })

  it('is the same graph when built again', () => {
    const again = build(name, size)
    expect(JSON.stringify([again.nodes, ...again.tensors])).toBe(JSON.stringify([graph.nodes, ...graph.tensors]))
  })
})

describe('costs of a language model', () => {
  it('grow with the square of the length in attention and with the length elsewhere', () => {
    const at = (sequence: number) => cost('llama', { batch: 1, sequence }).macs
    const [a, b, c, d] = [64, 128, 192, 256].map(at) as [number, number, number, number]
    expect(c - 2 * b + a).toBe(d - 2 * c + b)
    // scores and mixture, 7 layers, 4 heads of 8: second difference 2 x 64^2 x coefficient
    expect(c - 2 * b + a).toBe(2 * 64 ** 2 * 7 * 2 * 4 * 8)
  })

  it('of a decode step are those of one token that looks back', () => {
    const { layers, width, vocabulary } = { layers: 7, width: 32, vocabulary: 100 }
    const perLayer = width * 32 + 2 * width * 16 + 32 * width + 3 * width * 48
    const step = cost('llama', { batch: 1, phase: 'decode', past: 99 })
    expect(step.macs).toBe(layers * (perLayer + 2 * 100 * 32) + width * vocabulary)
    expect(step.cacheBytes).toBe(layers * 2 * 100 * 16 * 4)
  })

  it('of a decode step read the cache once and append one token to it', () => {
    const traffic = (past: number) => cost('llama', { batch: 1, phase: 'decode', past }).memoryTrafficBytes
    const scores = 4 * 4 * 7 * (1 + 1 + 1 + 1)
    expect(traffic(201) - traffic(200)).toBe(7 * 2 * 16 * 4 + scores)
  })

  it('keep no more than the window in layers that look back only so far', () => {
    const cached = (past: number) => cost('gemma2', { batch: 1, phase: 'decode', past }).cacheBytes
    // of 7 layers 4 hold the window of 8, 3 hold everything; 2 heads of 8, keys and values, 4 bytes
    expect(cached(100)).toBe((4 * 8 + 3 * 101) * 2 * 2 * 8 * 4)
  })

  it('keep no more than the window of a long text either', () => {
    const cached = (sequence: number) => cost('gemma2', { batch: 1, sequence, phase: 'prefill' }).cacheBytes
    expect(cached(100)).toBe((4 * 7 + 3 * 100) * 2 * 2 * 8 * 4)
    expect(cached(5)).toBe(7 * 5 * 2 * 2 * 8 * 4)
  })

  it('of experts count the chosen ones, however few tokens there are', () => {
    const products = (tokens: number, phase: Phase) => cost('mixtral', { batch: tokens, sequence: 1, past: 0, phase }).macs - cost('llama', { batch: tokens, sequence: 1, past: 0, phase }).macs
    const perToken = 7 * (32 * 8 + 2 * 3 * 32 * 24 - 3 * 32 * 48)
    expect(products(1, 'decode')).toBe(perToken)
    expect(products(16, 'forward')).toBe(16 * perToken)
  })

  it('of experts read the weights of those in use', () => {
    const expert = 3 * 32 * 24 * 4
    const read = (batch: number) => cost('mixtral', { batch, phase: 'decode', past: 1 }).memoryTrafficBytes
    const perTokenWithAllExperts = (read(8) - read(4)) / 4
    expect(read(12) - read(8)).toBe(4 * perTokenWithAllExperts)
    expect(read(3) - read(2)).toBeGreaterThan(7 * 2 * expert)
    expect(read(3) - read(2)).toBeLessThan(7 * 2 * expert + 2 * perTokenWithAllExperts)
  })
})

describe('precision', () => {
  it.each(Object.keys(PRECISIONS) as Precision[])('%s changes bytes and nothing else', (precision) => {
    const wide = cost('gpt2', { batch: 1, sequence: 8 })
    const other = cost('gpt2', { batch: 1, sequence: 8, precision })
    expect([other.macs, other.parameters, other.layers]).toEqual([wide.macs, wide.parameters, wide.layers])
    expect(other.weightBytes).toBeLessThanOrEqual(wide.weightBytes)
  })

  it('of four bits halves the bytes of eight for matrices and leaves vectors alone', () => {
    const bytes = (precision: Precision) => cost('llama', { batch: 1, sequence: 8, precision }).weightBytes
    const vectors = 15 * 32 * 2
    expect(bytes('int4') - vectors).toBe((bytes('w8a16') - vectors) / 2)
  })

  it('of a selected expert and of a tied table stays that of the weight', () => {
    const step = (name: string, precision: Precision) => cost(name, { batch: 1, phase: 'decode', past: 1, precision }).memoryTrafficBytes
    for (const name of ['mixtral', 'gpt2']) expect(step(name, 'int4')).toBeLessThan(0.5 * step(name, 'fp16'))
  })
})

describe('training', () => {
  it.each(Object.keys(SAMPLES))('%s costs the same counted layer by layer and by what repeats', (name) => {
    expect(modelTrainingCost(SAMPLES[name]!, { batch: 2, sequence: 12 })).toEqual(trainingCost(build(name, { batch: 2, sequence: 12 })))
  })

  it('costs three times the arithmetic of a forward pass', () => {
    const graph = build('bert', { batch: 4, sequence: 16 })
    expect(trainingCost(graph).macs).toBe(3 * costOf(graph).macs)
  })

  it('keeps what the backward pass needs: for one linear layer with relu, its input and its output', () => {
    const b = new GraphBuilder('layer')
    b.output(b.relu(b.linear(b.input('x', [8, 16]), 'layer', 32)))
    const step = trainingCost(b.build())
    expect(step.keptActivationBytes).toBe((8 * 16 + 8 * 32) * 4)
    expect(step.parameters).toBe(16 * 32 + 32)
    expect(step.optimizerBytes).toBe(2 * step.parameters * 4)
    expect(step.peakMemoryBytes).toBe(4 * step.parameters * 4 + step.keptActivationBytes + 2 * 8 * 32 * 4)
  })

  it('needs more memory with more states, and single-precision copies of 16-bit weights', () => {
    const graph = build('gpt2', { batch: 1, sequence: 16 })
    const [sgd, momentum, adam] = (['sgd', 'momentum', 'adam'] as const).map((optimizer) => trainingCost(graph, { optimizer }).optimizerBytes)
    const { parameters } = costOf(graph)
    expect([sgd, momentum, adam]).toEqual([0, 4 * parameters, 8 * parameters])
    expect(trainingCost(build('gpt2', { batch: 1, sequence: 16, precision: 'fp16' }), { optimizer: 'sgd' }).optimizerBytes).toBe(4 * parameters)
  })
})

it('graphs are written in an operator set that has Gelu and GroupNormalization as they are used', () => {
  expect(OPSET).toBeGreaterThanOrEqual(21)
})

describe('fused kernels', () => {
  const options = { fused: true }

  it.each(cases)('%s, %s: compute the same with less traffic, fewer kernels and no more memory', (name, phase) => {
    const graph = build(name, { batch: 2, sequence: 12, phase })
    const [single, fused] = [costOf(graph), costOf(graph, options)]
    for (const key of ['macs', 'flops', 'parameters', 'matrixActivations', 'cacheBytes', 'layers'] as const) expect(fused[key], key).toBe(single[key])
    for (const key of ['activations', 'memoryTrafficBytes', 'kernels'] as const) expect(fused[key], key).toBeLessThan(single[key])
    expect(fused.peakActivationBytes).toBeLessThanOrEqual(single.peakActivationBytes)
    expect(modelCost(SAMPLES[name]!, { batch: 2, sequence: 12, phase }, options)).toEqual(fused)
  })

  it('take a bias and an activation along: input, matrix, bias and result are all that moves', () => {
    const b = new GraphBuilder('layer')
    b.output(b.relu(b.linear(b.input('x', [8, 16]), 'layer', 32)))
    const fused = costOf(b.build(), options)
    expect([fused.kernels, fused.activations, fused.memoryTrafficBytes]).toEqual([1, 8 * 32, (8 * 16 + 16 * 32 + 32 + 8 * 32) * 4])
  })

  it('write what others read too', () => {
    const b = new GraphBuilder('branch')
    const product = b.matMul(b.input('x', [8, 16]), b.weight('w', [16, 32]))
    b.output(b.concat([b.relu(product), product], 1))
    const fused = costOf(b.build(), options)
    expect([fused.kernels, fused.activations]).toEqual([2, 2 * 8 * 32 + 8 * 64])
  })

  it('of attention never write scores: memory grows with the length, not with its square', () => {
    const peak = (sequence: number, fused: boolean) => costOf(build('llama', { batch: 1, sequence, phase: 'prefill' }), { fused }).peakActivationBytes
    expect(peak(4096, true) / peak(2048, true)).toBeLessThan(2.1)
    expect(peak(4096, false) / peak(2048, false)).toBeGreaterThan(3.5)
  })

  it('keep less for training', () => {
    const graph = build('llama', { batch: 2, sequence: 64 })
    expect(trainingCost(graph, options).keptActivationBytes).toBeLessThan(0.7 * trainingCost(graph).keptActivationBytes)
  })
})
