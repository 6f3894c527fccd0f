import { type AvailableHardware, type BenchmarkQuestion, cannotTrain, type FileQuestion, type Method, PROFILES, runsInBrowser } from '@benchcast/bench'
import { BenchcastError } from '@benchcast/core/errors'
import { RUNNABLE_PRECISIONS, type RunnablePrecision } from '@benchcast/core/graph/onnx'
import { type ResolvedModel, resolveModel, runSizeOf } from '@benchcast/core/models'
import type { Configuration, HowMeasured } from './configurations.ts'

type Refusal<Facts extends readonly unknown[]> = (configuration: Configuration, hardware: AvailableHardware, ...facts: Facts) => BenchcastError | undefined

/** What has to be true of any model and platform for it to be measured, in the order it is looked at: each says what is wrong and what to do instead. */
const GENERAL_REFUSALS: readonly Refusal<[]>[] = [
  ({ mode }) => (mode === 'training' ? cannotTrain() : undefined),
  ({ hardware }, { isAvailable, reason }) => (isAvailable ? undefined : new BenchcastError('cannot_run', `This machine cannot measure on ${hardware}. ${reason}`)),
  ({ precision }) =>
    Object.hasOwn(RUNNABLE_PRECISIONS, precision)
      ? undefined
      : new BenchcastError('unsupported_precision', `Models cannot be run in ${precision} here: ask for ${Object.keys(RUNNABLE_PRECISIONS).join(', ')}.`),
]

/** What besides has to be true of a model that is built here. */
const REFUSALS: readonly Refusal<[ResolvedModel, HowMeasured]>[] = [
  ({ model_name }, _, { graph }) =>
    graph === undefined
      ? new BenchcastError('unknown_model', `The layers of ${JSON.stringify(model_name.slice(0, 80))} are not known, only what it is like: name a model that GET /api/benchmark/models lists.`)
      : undefined,
  ({ model_name, sequence_length }, _, { longestSequence = Infinity }) =>
    sequence_length > longestSequence
      ? new BenchcastError('invalid_model', `${model_name} reads at most ${longestSequence} tokens: ask for a sequence_length of ${longestSequence} or less.`)
      : undefined,
  (configuration, { memoryBytes }, model, run) => {
    const needed = bytesNeeded(configuration, model, run)
    return needed > memoryBytes
      ? new BenchcastError('run_out_of_memory', `It needs about ${gigabytes(needed)} GB of memory and there are ${gigabytes(memoryBytes)}: choose a smaller model, batch or number format.`)
      : undefined
  },
  (configuration, _, model, run) => {
    const bytes = inputBytes(configuration, model, run)
    return bytes > MOST_INPUT_BYTES
      ? new BenchcastError(
          'run_out_of_memory',
          `Its inputs alone are about ${gigabytes(bytes)} GB, and ${gigabytes(MOST_INPUT_BYTES)} GB can be handed to a model at once: choose a smaller batch or size.`,
        )
      : undefined
  },
]

/** Inputs are made by this server and copied into the process of the model. */
const MOST_INPUT_BYTES = 2 ** 30
/** Three colours in four bytes each; an id, a mask and a type in eight bytes each. A decode step is handed the keys and values of what went before. */
const PIXEL_BYTES = 3 * 4
const TOKEN_BYTES = 3 * 8

function inputBytes(configuration: Configuration, model: ResolvedModel, run: HowMeasured): number {
  const { batch_size, sequence_length, image_size } = configuration
  const { inputSize, family } = model
  if (run.phase === 'decode') return costsOf(configuration, model, run).cacheBytes
  const side = image_size ?? inputSize
  return batch_size * (TEXT_FAMILIES.has(family) ? TOKEN_BYTES * sequence_length : PIXEL_BYTES * side ** 2)
}

const TEXT_FAMILIES: ReadonlySet<ResolvedModel['family']> = new Set(['embedding', 'text_generation', 'text_to_text'])

const gigabytes = (bytes: number): string => (bytes / 2 ** 30).toPrecision(3)

function bytesNeeded(configuration: Configuration, model: ResolvedModel, run: HowMeasured): number {
  const { weightBytes, peakActivationBytes, cacheBytes } = costsOf(configuration, model, run)
  return weightBytes + peakActivationBytes + cacheBytes
}

const costsOf = ({ batch_size, sequence_length, image_size, precision }: Configuration, { costs }: ResolvedModel, { phase }: HowMeasured) =>
  costs({ batchSize: batch_size, sequenceLength: sequence_length, ...(phase != null && { phase }), ...(image_size !== undefined && { imageSize: image_size }), precision })

/** How a run is measured. */
export function methodOf({ profile, scenario, max_seconds }: HowMeasured): Method {
  const method = PROFILES[profile]
  const longestSeconds = max_seconds ?? method.longestSeconds
  return { ...method, scenario, longestSeconds, shortestSeconds: Math.min(method.shortestSeconds, longestSeconds), longestWarmUpSeconds: Math.min(method.longestWarmUpSeconds, longestSeconds) }
}

function refuse<Facts extends readonly unknown[]>(refusals: readonly Refusal<Facts>[], configuration: Configuration, hardware: AvailableHardware, ...facts: Facts): void {
  for (const refusal of refusals) {
    const error = refusal(configuration, hardware, ...facts)
    if (error !== undefined) throw error
  }
}

/**
 * What the runner is asked for a configuration of a model that the user has on disk. A file is run in the number format it has, which is the usual one as long as no other was asked
 * for. Throws a BenchcastError that says why it cannot be measured.
 */
export function fileQuestion(configuration: Configuration, run: HowMeasured, hardware: AvailableHardware, path: string): FileQuestion {
  const { batch_size, sequence_length, image_size, precision } = configuration
  refuse(GENERAL_REFUSALS, configuration, hardware)
  if (runsInBrowser(hardware.platform)) throw new BenchcastError('cannot_run', `Models of your own are not measured in a browser: ask for other hardware than ${hardware.platform}.`)
  return {
    path,
    size: { batch: batch_size, ...(run.phase === 'decode' ? { sequence: 1, past: sequence_length } : { sequence: sequence_length }), ...(image_size !== undefined && { imageSize: image_size }) },
    ...(precision !== FILE_PRECISION && { precision: precision as RunnablePrecision }),
    providers: hardware.providers,
    method: methodOf(run),
    ...(run.threads != null && { threads: run.threads }),
  }
}

/** Said of a file when nothing else was asked for. */
const FILE_PRECISION = 'fp32'

/** What the runner is asked for a configuration. Throws a BenchcastError that says why it cannot be measured. */
export function runnableQuestion(configuration: Configuration, run: HowMeasured, hardware: AvailableHardware): BenchmarkQuestion {
  const { model_name, batch_size, sequence_length, image_size, precision } = configuration
  const model = resolveModel({ modelName: model_name })
  refuse(GENERAL_REFUSALS, configuration, hardware)
  refuse(REFUSALS, configuration, hardware, model, run)
  return {
    architecture: model.graph!,
    size: runSizeOf(model, { batchSize: batch_size, sequenceLength: sequence_length, ...(run.phase != null && { phase: run.phase }), ...(image_size !== undefined && { imageSize: image_size }) }),
    precision: precision as RunnablePrecision,
    providers: hardware.providers,
    method: methodOf(run),
    ...(run.threads != null && { threads: run.threads }),
  }
}
