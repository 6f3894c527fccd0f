import { type OperatorNumbers, operatorsOf } from '../../models/operators.ts'
import { tokenStep } from '../../models/token-step.ts'
import { numberFormat } from '../roofline/number-format.ts'
import type { Workload } from '../workload.ts'

/** A workload with its gaps filled by documented guesses, in base units. What was guessed is said, so that a learner can tell. */
export interface Facts {
  readonly workload: Workload
  /** Name of the model without its training recipe: `resnet50` of `resnet50.a1_in1k`. */
  readonly baseName: string
  /** The base name as far as it says something: empty where no word of it was understood. */
  readonly spelling: string
  readonly architecture: string
  readonly family: string
  /** `pytorch` of `pytorch-2.4.0+cu124`. */
  readonly framework: string
  readonly frameworkVersion: string
  readonly parameters: number
  /** Forward multiply-accumulates of one item. */
  readonly macs: number
  readonly activations: number
  readonly weightBytes: number
  /** Tokens or pixels of one side. */
  readonly inputSize: number
  readonly batchSize: number
  readonly devices: number
  /** Devices that work at the same time: llama.cpp splits a model by layers and passes a text from one device to the next. */
  readonly busyDevices: number
  readonly layers: number
  /** As stated, or those of a known language model (`tokenStep`); undefined where they are guessed. */
  readonly knownLayers: number | undefined
  /** What the architecture is made of besides multiply-accumulates, where that was counted. */
  readonly operators: OperatorNumbers | undefined
  /** Items one pass through the model handles on all devices: the batch, or a batch of prompts' tokens. */
  readonly itemsPerPass: number
  readonly known: { readonly macs: boolean; readonly activations: boolean; readonly batchSize: boolean }
}

/** The batch an unstated one stands for: throughput runs are filled. */
const USUAL_BATCH = { training: 64, throughput: 32, other: 1 }

/** Fills the gaps of a workload. */
export function factsOf(workload: Workload): Facts {
  if (last?.workload !== workload) last = filled(workload)
  return last
}

/** The parts of a prediction ask for the same one after another. */
let last: Facts | undefined

function filled(workload: Workload): Facts {
  const [framework, frameworkVersion] = splitFramework(workload.framework ?? '')
  const baseName = baseModelName(workload.modelName)
  const inputSize = workload.inputSize ?? (workload.unit === 'token' ? 512 : 224)
  const costs = modelCosts(workload, inputSize)
  const batchSize = workload.batchSize ?? usualBatch(workload)
  const architecture = workload.architectureKey || baseName
  const devices = Math.max(1, workload.devices ?? 1)
  const knownLayers = workload.layers ?? layersOfStep(workload)
  return {
    workload,
    baseName,
    spelling: workload.nameSaysNothing === true ? '' : baseName,
    architecture,
    family: workload.modelFamily ?? '',
    framework,
    frameworkVersion,
    ...costs,
    inputSize,
    batchSize,
    devices,
    busyDevices: framework === 'llama.cpp' ? 1 : devices,
    layers: knownLayers ?? 60,
    knownLayers,
    operators: operatorsOf(baseName, architecture),
    itemsPerPass: batchSize * (workload.phase === 'prefill' ? inputSize : 1),
    known: { macs: workload.macs !== undefined, activations: workload.activations !== undefined, batchSize: workload.batchSize !== undefined },
  }
}

/** What is trained by tokens is mostly recurrent: a step of a decoder says nothing of it. */
function layersOfStep({ unit, mode, modelName, architectureKey = '' }: Workload): number | undefined {
  return unit === 'token' && mode !== 'training' ? (tokenStep(modelName) ?? tokenStep(architectureKey))?.layers : undefined
}

function modelCosts(workload: Workload, inputSize: number) {
  const isToken = workload.unit === 'token'
  const parameters = workload.parameters ?? (workload.macs === undefined ? 2.5e7 : isToken ? workload.macs : workload.macs / 160)
  const macs = workload.macs ?? (isToken ? parameters : parameters * Math.max(20, 160 * (inputSize / 224) ** 2))
  const activations = workload.activations ?? (isToken ? 12 * Math.sqrt(macs) : 10 ** (0.62 * Math.log10(macs) + 1.1))
  const weightBytes = workload.weightBytes ?? parameters * numberFormat(workload.precision).weightBytes
  return { parameters, macs, activations, weightBytes }
}

function usualBatch({ mode, phase }: Workload): number {
  if (mode === 'training') return USUAL_BATCH.training
  return /offline|throughput|serving/.test(phase) ? USUAL_BATCH.throughput : USUAL_BATCH.other
}

/** `pytorch-2.4.0+cu124` is `pytorch` and `2.4.0+cu124`; the version starts at the last part that begins with a digit, or is what follows the first hyphen. */
function splitFramework(text: string): readonly [string, string] {
  const [name = '', ...rest] = text.split('-')
  return [name, rest.join('-')]
}

/** The name without its training recipe: `resnet50` of `resnet50.a1_in1k`. */
export function baseModelName(name: string): string {
  return (/\d\.\d/.test(name) ? name : (name.split('.')[0] ?? name)).toLowerCase()
}
