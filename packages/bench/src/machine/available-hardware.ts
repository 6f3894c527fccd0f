import { cpus, totalmem } from 'node:os'
import { PLATFORMS, type Platform } from '@benchcast/core/hardware'
import { askBrowser, type BrowserProviderAnswer } from '../browser/ask-browser.ts'
import { askProvidersInChild } from '../runner/run-in-child.ts'
import { type NvidiaGpu, nvidiaGpu } from './nvidia.ts'
import { PLATFORM_FACTS } from './platforms.ts'

/** A platform of this machine. */
export interface AvailableHardware {
  readonly platform: Platform
  readonly isAvailable: boolean
  /** Whether a program stands in for the device: right results, times that say nothing of it. */
  readonly isSimulation: boolean
  /** Name of the device that would run; '' when there is none. */
  readonly device: string
  readonly memoryBytes: number
  /** Execution providers to ask for. */
  readonly providers: readonly string[]
  /** Why it is not available, and what to do; '' when it is. */
  readonly reason: string
}

/**
 * What this machine can measure on, found by asking the runtime, and a headless browser where there is one: of all platforms, or of those that matter. A crash while asking leaves the
 * processor, which always works.
 *
 * @example const [processor] = await availableHardware(['cpu'])
 */
export async function availableHardware(platforms: readonly Platform[] = PLATFORMS): Promise<readonly AvailableHardware[]> {
  const asked = platforms.flatMap((platform) => PLATFORM_FACTS[platform].provider ?? [])
  const answers = asked.length === 0 ? [] : askProvidersInChild(asked, { limits: { timeoutSeconds: 30 } }).catch(() => [])
  const gpu = await nvidiaGpu()
  return Promise.all(
    platforms.map(async (platform) => {
      const { provider, browserProvider, remedy } = PLATFORM_FACTS[platform]
      if (browserProvider !== undefined) return ofBrowser(platform, browserProvider, await askBrowser(browserProvider), gpu)
      const answer = (await answers).find((one) => one.provider === provider)
      return ofRuntime(platform, provider, answer, remedy, gpu)
    }),
  )
}

function ofRuntime(platform: Platform, provider: string | undefined, answer: { isAvailable: boolean; message: string } | undefined, remedy: string, gpu: NvidiaGpu | undefined): AvailableHardware {
  const isAvailable = platform === 'cpu' || answer?.isAvailable === true
  const device = isAvailable ? deviceOf(platform, gpu) : NO_DEVICE
  const reason = isAvailable ? '' : [sentence(answer?.message), remedy].filter(Boolean).join(' ')
  return { platform, isAvailable, isSimulation: false, ...device, providers: provider === undefined ? [] : [provider], reason }
}

function ofBrowser(platform: Platform, provider: string, answer: BrowserProviderAnswer, gpu: NvidiaGpu | undefined): AvailableHardware {
  if ('message' in answer) return { platform, isAvailable: false, isSimulation: false, ...NO_DEVICE, providers: [provider], reason: answer.message }
  const { browser, adapter, isSoftwareAdapter } = answer.browser
  const device = [adapter, `in ${browser}`].filter(Boolean).join(' ')
  return { platform, isAvailable: true, isSimulation: isSoftwareAdapter, device, memoryBytes: isSoftwareAdapter ? totalmem() : (gpu?.memoryBytes ?? totalmem()), providers: [provider], reason: '' }
}

const sentence = (words = ''): string => (words === '' || words.endsWith('.') ? words : `${words}.`)

const NO_DEVICE = { device: '', memoryBytes: 0 }

const deviceOf = (platform: Platform, gpu: NvidiaGpu | undefined) =>
  platform === 'cuda' && gpu !== undefined ? { device: gpu.name, memoryBytes: gpu.memoryBytes } : { device: cpus()[0]?.model.trim() ?? 'unknown processor', memoryBytes: totalmem() }
