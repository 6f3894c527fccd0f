import type { PredictionRequest, Quantity } from '../prediction.ts'
import { withFactor } from '../spread.ts'
import { PLATFORM_FACTS } from './platforms.ts'

/** What of a model's costs decides its memory, in bytes. */
export interface MemoryCosts {
  readonly parameters: number
  readonly weightBytes: number
  /** Largest sum of live activations of an inference, or all activations kept for the backward pass of a training step. */
  readonly peakActivationBytes: number
  /** Keys and values kept for the next token. */
  readonly cacheBytes: number
}

/** Where the bytes go. */
export interface MemoryNeed {
  readonly weightBytes: number
  readonly activationBytes: number
  /** Gradients and the optimiser's state (Adam: two moments and, below fp32, a master copy, 4 bytes each). */
  readonly trainingBytes: number
  readonly workspaceBytes: number
  readonly runtimeBytes: number
  readonly totalBytes: number
}

/** Scratch space of convolutions and attention, and fragmentation of the allocator, as a share of the live activations. */
const WORKSPACE_SHARE = 0.25
const FP32_BYTES = 4
const ADAM_MOMENTS = 2

/**
 * Peak memory of a model in a process of its own: weights, live activations, workspace, the runtime itself, and for training gradients and Adam's state. Analytic: nothing is learnt.
 */
export function memoryNeed(request: PredictionRequest, { parameters, weightBytes, peakActivationBytes, cacheBytes }: MemoryCosts): MemoryNeed {
  const masterCopies = request.precision === 'fp32' ? 0 : 1
  const trainingBytes = request.mode === 'training' ? weightBytes + parameters * FP32_BYTES * (ADAM_MOMENTS + masterCopies) : 0
  const workspaceBytes = WORKSPACE_SHARE * peakActivationBytes
  const { runtimeBytes } = PLATFORM_FACTS[request.platform]
  const activationBytes = peakActivationBytes + cacheBytes
  const totalBytes = weightBytes + activationBytes + trainingBytes + workspaceBytes + runtimeBytes
  return { weightBytes, activationBytes, trainingBytes, workspaceBytes, runtimeBytes, totalBytes }
}

/** What is not known, as factors on each part: allocators reuse activations better or worse than the schedule says; runtimes differ; weights hardly do. */
const UNKNOWN = { weights: 1.1, activations: { inference: 2, training: 1.6 }, runtime: 2 } as const

/** The need in MB (2^20 bytes) with an interval that adds up what is not known about each part. */
export function memoryQuantity(request: PredictionRequest, need: MemoryNeed): Quantity {
  const activations = UNKNOWN.activations[request.mode]
  const scaled = (direction: 1 | -1): number =>
    (need.weightBytes + need.trainingBytes) * UNKNOWN.weights ** direction + (need.activationBytes + need.workspaceBytes) * activations ** direction + need.runtimeBytes * UNKNOWN.runtime ** direction
  return { value: need.totalBytes / 2 ** 20, lower: scaled(-1) / 2 ** 20, upper: scaled(1) / 2 ** 20 }
}

/** A memory figure moved by a factor learnt from measurements; its interval narrows to `spread` (factor) around it. */
export const correctedMemory = (need: Quantity, factor: number, spread: number): Quantity => withFactor(need.value * factor, spread)
