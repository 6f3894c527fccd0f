import type { HardwareSpec } from '../../hardware/hardware.ts'
import type { PredictionRequest } from '../prediction.ts'
import type { MemoryNeed } from './memory.ts'
import { PLATFORM_FACTS } from './platforms.ts'

const GB = 2 ** 30
const inGigabytes = (bytes: number): string => `${(bytes / GB).toFixed(bytes < 10 * GB ? 1 : 0)} GB`

/** Why a request cannot run on a device, as the end of a sentence, or undefined when it can. */
export function unsupportedReason(request: PredictionRequest, device: HardwareSpec, need: MemoryNeed, longestSequence = Number.POSITIVE_INFINITY): string | undefined {
  const { title, trains } = PLATFORM_FACTS[request.platform]
  if (!device.platforms.includes(request.platform)) return `${device.name} does not run ${title}; it runs ${device.platforms.join(', ')}`
  if (request.mode === 'training' && !trains) return `${title} runs inference only: train on cpu, cuda, rocm or mps`
  if (request.mode === 'training' && /^(int|w)\d/.test(request.precision)) return `${request.precision} weights cannot be trained: use fp32, bf16 or fp16`
  if (request.sequenceLength > longestSequence) return `it reads at most ${longestSequence} tokens: use a sequence_length of ${longestSequence} or less`
  if (need.totalBytes > device.memoryBytes) return tooLarge(request, device, need)
  return undefined
}

function tooLarge(request: PredictionRequest, device: HardwareSpec, need: MemoryNeed): string {
  const parts = `${inGigabytes(need.weightBytes + need.trainingBytes)} of weights${need.trainingBytes > 0 ? ', gradients and optimiser state' : ''}, ${inGigabytes(need.activationBytes + need.workspaceBytes)} of activations`
  const remedy =
    need.weightBytes + need.trainingBytes > device.memoryBytes ? 'use a lower precision or a device with more memory' : `use a batch size below ${request.batchSize}, or a device with more memory`
  return `it needs about ${inGigabytes(need.totalBytes)} (${parts}) and ${device.name} has ${inGigabytes(device.memoryBytes)}: ${remedy}`
}
