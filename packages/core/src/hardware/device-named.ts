import { BenchcastError } from '../errors.ts'
import { type DeviceMatch, findDevice } from './find-device.ts'
import type { HardwareSpec, Platform } from './hardware.ts'

/**
 * {@link findDevice} for callers who need a device.
 *
 * @throws BenchcastError `unknown_device` with up to three near names, or with the platforms the device does serve.
 * @example
 * deviceNamed('rtx 4090', 'cuda').device.memoryBytes // 25769803776
 * deviceNamed('rtx 4090', 'rocm') // throws: 'NVIDIA GeForce RTX 4090' does not run rocm, but cuda, webgpu, and webnn: ...
 */
export function deviceNamed(text: string, platform?: Platform): DeviceMatch {
  const found = findDevice(text, platform)
  if (found.device !== undefined) return found
  throw new BenchcastError('unknown_device', found.elsewhere === undefined ? unknown(text, found.suggestions, platform) : notServed(found.elsewhere, platform!))
}

function unknown(text: string, suggestions: readonly HardwareSpec[], platform: Platform | undefined): string {
  const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text
  const where = platform === undefined ? '' : ` for ${platform}`
  const near = suggestions.map(({ name }) => `'${name}'`)
  const advice =
    near.length === 0 ? 'leave the device out to use the usual one' : `did you mean ${new Intl.ListFormat('en', { type: 'disjunction' }).format(near)}? Or leave the device out to use the usual one`
  return `No device${where} is known as '${shown}': ${advice}.`
}

function notServed({ name, platforms }: HardwareSpec, platform: Platform): string {
  return `'${name}' does not run ${platform}, but ${new Intl.ListFormat('en').format(platforms)}: choose one of those, or another device.`
}
