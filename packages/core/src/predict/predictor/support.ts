import { HARDWARE, type HardwareSpec } from '../../hardware/index.ts'
import type { PredictionRequest } from '../prediction.ts'
import { numberFormat } from '../roofline/number-format.ts'
import type { MemoryNeed } from './memory.ts'
import { PLATFORM_FACTS } from './platforms.ts'

const GB = 2 ** 30
const inGigabytes = (bytes: number): string => `${(bytes / GB).toFixed(bytes < 10 * GB ? 1 : 0)} GB`

/** The memory that a request would need if it were asked a little differently. */
export type NeedOf = (changes: Partial<Pick<PredictionRequest, 'batchSize' | 'precision' | 'sequenceLength'>>) => MemoryNeed

/** Whether weights of a precision can be trained: whole numbers have no gradients. */
export const isTrainable = (precision: string): boolean => !/^(int|w)\d/.test(precision)

/** Why a request cannot run on a device whatever its memory, as the end of a sentence, or undefined when it can. */
export function unsupportedReason(request: PredictionRequest, device: HardwareSpec, longestSequence = Number.POSITIVE_INFINITY): string | undefined {
  const { title, trains } = PLATFORM_FACTS[request.platform]
  if (!device.platforms.includes(request.platform)) return `${device.name} does not run ${title}; it runs ${device.platforms.join(', ')}`
  if (request.mode === 'training' && !trains) return `${title} runs inference only: train on cpu, cuda, rocm or mps`
  if (request.mode === 'training' && !isTrainable(request.precision)) return `${request.precision} weights cannot be trained: use fp32, bf16 or fp16`
  if (request.sequenceLength > longestSequence) return `it reads at most ${longestSequence} tokens: use a sequence_length of ${longestSequence} or less`
  return undefined
}

/** What a request needs beyond the memory of its device. */
export interface Shortage {
  /** What it needs and what there is, as the end of a sentence. */
  readonly figures: string
  /** What would make it fit, as the end of a sentence that begins with "use". */
  readonly remedies: string
}

/** What is short where the need is more than the device has; undefined where it fits. */
export function shortageOf(request: PredictionRequest, device: HardwareSpec, need: MemoryNeed, needOf: NeedOf): Shortage | undefined {
  if (need.totalBytes <= device.memoryBytes) return undefined
  const parts = `${inGigabytes(need.weightBytes + need.trainingBytes)} of weights${need.trainingBytes > 0 ? ', gradients and optimiser state' : ''}, ${inGigabytes(need.activationBytes + need.workspaceBytes)} of activations`
  return {
    figures: `it needs about ${inGigabytes(need.totalBytes)} (${parts}) and ${device.name} has ${inGigabytes(device.memoryBytes)}`,
    remedies: alternatives.format(remedies(request, device, need, needOf)),
  }
}

const alternatives = new Intl.ListFormat('en', { type: 'disjunction' })

/** Precisions in which a model takes less and less, by mode; training keeps its state in fp32 whatever it computes in. */
const SMALLER: Readonly<Record<PredictionRequest['mode'], readonly string[]>> = { inference: ['fp16', 'int8', 'int4'], training: ['bf16'] }

/** What would make it fit: nothing is offered that would not. A shorter sequence is, where not even a batch of one fits. */
function remedies({ platform, mode, precision: asked, batchSize, sequenceLength }: PredictionRequest, { memoryBytes }: HardwareSpec, need: MemoryNeed, needOf: NeedOf): readonly string[] {
  const fits = (changes: Parameters<NeedOf>[0]): boolean => needOf(changes).totalBytes <= memoryBytes
  const isTooHeavy = need.weightBytes + need.trainingBytes + need.runtimeBytes > memoryBytes
  const batch = isTooHeavy ? undefined : largestBelow(batchSize, (size) => fits({ batchSize: size }))
  const length = isTooHeavy || batch !== undefined ? undefined : largestBelow(sequenceLength, (tokens) => fits({ sequenceLength: tokens }))
  const precision = SMALLER[mode].find((format) => need.weightBytes * weightShare(format, asked) < Math.min(memoryBytes, need.weightBytes) && fits({ precision: format }))
  const exists = HARDWARE.some((other) => other.platforms.includes(platform) && other.memoryBytes >= need.totalBytes)
  return [
    ...(batch === undefined ? [] : [`a batch size of ${batch} or less`]),
    ...(length === undefined ? [] : [`a sequence_length of ${length} or less`]),
    ...(precision === undefined ? [] : [precision]),
    exists ? 'a device with more memory' : `a smaller model (no ${PLATFORM_FACTS[platform].title} device of the catalogue has as much)`,
  ]
}

/** Bytes of the weights in one format over those in another. */
const weightShare = (format: string, other: string): number => numberFormat(format).weightBytes / numberFormat(other).weightBytes

/** The largest power of two below a number that is small enough, as all smaller ones are then; undefined when not even 1 is. */
function largestBelow(size: number, isSmallEnough: (power: number) => boolean): number | undefined {
  let [low, high] = [-1, Math.ceil(Math.log2(size))]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isSmallEnough(2 ** middle)) low = middle
    else high = middle
  }
  return low < 0 ? undefined : 2 ** low
}
