import { cpus, totalmem } from 'node:os'
import { PLATFORMS, type Platform } from '@benchcast/core/hardware'
import { askProvidersInChild } from '../runner/run-in-child.ts'
import { nvidiaGpu } from './nvidia.ts'
import { PLATFORM_FACTS } from './platforms.ts'

/** A platform of this machine. */
export interface AvailableHardware {
  readonly platform: Platform
  readonly isAvailable: boolean
  /** Name of the device that would run; '' when there is none. */
  readonly device: string
  readonly memoryBytes: number
  /** Execution providers to ask for. */
  readonly providers: readonly string[]
  /** Why it is not available, and what to do; '' when it is. */
  readonly reason: string
}

/** What this machine can measure on, found by asking the runtime. A crash while asking leaves the processor, which always works. */
export async function availableHardware(): Promise<readonly AvailableHardware[]> {
  const asked = PLATFORMS.flatMap((platform) => PLATFORM_FACTS[platform].provider ?? [])
  const answers = await askProvidersInChild(asked, { limits: { timeoutSeconds: 30 } }).catch(() => [])
  const gpu = await nvidiaGpu()
  return PLATFORMS.map((platform) => {
    const { provider, remedy } = PLATFORM_FACTS[platform]
    const answer = answers.find((one) => one.provider === provider)
    const isAvailable = platform === 'cpu' || answer?.isAvailable === true
    const { device, memoryBytes } = isAvailable ? deviceOf(platform, gpu) : NO_DEVICE
    return { platform, isAvailable, device, memoryBytes, providers: provider === undefined ? [] : [provider], reason: isAvailable ? '' : [sentence(answer?.message), remedy].filter(Boolean).join(' ') }
  })
}

const sentence = (words = ''): string => (words === '' || words.endsWith('.') ? words : `${words}.`)

const NO_DEVICE = { device: '', memoryBytes: 0 }

const deviceOf = (platform: Platform, gpu: Awaited<ReturnType<typeof nvidiaGpu>>) =>
  platform === 'cuda' && gpu !== undefined ? { device: gpu.name, memoryBytes: gpu.memoryBytes } : { device: cpus()[0]?.model.trim() ?? 'unknown processor', memoryBytes: totalmem() }
