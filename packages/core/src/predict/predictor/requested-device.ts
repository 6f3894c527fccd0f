import { deviceNamed, type HardwareSpec, type Platform, representative } from '../../hardware/index.ts'
import type { PredictionRequest } from '../prediction.ts'

/** The device that a request is about, and how its name became it: `assumed` where it names none, `similar` where the nearest known model stands for it. */
export interface RequestedDevice {
  readonly device: HardwareSpec
  readonly match: 'exact' | 'alias' | 'similar' | 'assumed'
}

/**
 * The device a request names, else the machine where it serves the platform, else the usual device of the platform.
 *
 * @throws BenchcastError `unknown_device` for a name that no device of the platform has.
 * @example
 * requestedDevice({ platform: 'cuda' }) // { device: NVIDIA A100 80GB SXM, match: 'assumed' }
 */
export function requestedDevice({ device, platform }: Pick<PredictionRequest, 'device' | 'platform'>, machine?: HardwareSpec): RequestedDevice {
  return device === undefined ? { device: usualDevice(platform, machine), match: 'assumed' } : deviceNamed(device, platform)
}

const usualDevice = (platform: Platform, machine: HardwareSpec | undefined): HardwareSpec => (machine?.platforms.includes(platform) ? machine : representative(platform))
