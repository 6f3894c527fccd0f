import { HARDWARE } from './catalogue.ts'
import { compactName, plainName } from './device-name.ts'
import type { HardwareSpec, Platform } from './hardware.ts'
import { sameSeries } from './processor-series.ts'
import { isSpeltLike, shortNamed, similarDevices } from './similar-device.ts'

/** How a text became a device. `exact`: its id or name; `alias`: another name of it, the same in other spelling, or so much of it as singles it out; `similar`: the nearest known model. */
export interface DeviceMatch {
  readonly device: HardwareSpec
  readonly match: 'exact' | 'alias' | 'similar'
}

/** No device: up to three that were perhaps meant, and the device of that name that does not serve the platform. */
export interface DeviceSuggestions {
  readonly device: undefined
  readonly suggestions: readonly HardwareSpec[]
  readonly elsewhere?: HardwareSpec
}

/** Below this share of common words two names are of different devices. */
const SIMILAR_ENOUGH = 0.5
const SUGGESTIONS = 3
/** Of this many of the likest, those are suggested whose names are near in spelling. */
const LOOKED_AT = 12

type Index = ReadonlyMap<string, HardwareSpec>

/** Made when first asked: keys are plain names, then compact ones; of the parts of one chip that share a name the first in the catalogue wins. */
function indexOf(devices: readonly HardwareSpec[]): Readonly<Record<'exact' | 'alias', Index>> {
  const named = (keys: (device: HardwareSpec) => readonly (string | undefined)[]): [string, HardwareSpec][] =>
    devices.flatMap((device) => keys(device).flatMap((key) => (key === undefined ? [] : [[key, device] as [string, HardwareSpec]]))).reverse()
  const names = ({ name, aliases = [] }: HardwareSpec) => [name, ...aliases]
  return {
    exact: new Map(named(({ id, name }) => [id, plainName(name)])),
    alias: new Map([...named((device) => names(device).map(compactName)), ...named((device) => names(device).map(plainName))]),
  }
}

const indexes = new Map<Platform | undefined, { readonly devices: readonly HardwareSpec[]; readonly index: ReturnType<typeof indexOf> }>()

function knownTo(platform: Platform | undefined) {
  const known = indexes.get(platform)
  if (known !== undefined) return known
  const devices = platform === undefined ? HARDWARE : HARDWARE.filter(({ platforms }) => platforms.includes(platform))
  const made = { devices, index: indexOf(devices) }
  indexes.set(platform, made)
  return made
}

/**
 * The device a text names: by id, name or alias, as drivers and operating systems spell it, or the nearest model of the same series.
 * With a platform only devices that serve it are found, so that `Apple M2` is a graphics part under `mps` and a processor under `cpu`.
 *
 * @example
 * findDevice('13th Gen Intel(R) Core(TM) i9-13900K') // { device: Intel Core i9-13900K, match: 'alias' }
 * findDevice('H100 PCIe', 'cuda') // { device: NVIDIA H100 80GB PCIe, match: 'alias' }
 * findDevice('abacus') // { device: undefined, suggestions: [] }
 */
export function findDevice(text: string, platform?: Platform): DeviceMatch | DeviceSuggestions {
  const { devices, index } = knownTo(platform)
  const exact = index.exact.get(plainName(text))
  if (exact !== undefined) return { device: exact, match: 'exact' }
  const alias = index.alias.get(plainName(text)) ?? index.alias.get(compactName(text) ?? '')
  if (alias !== undefined) return { device: alias, match: 'alias' }
  return remembered(`${platform ?? ''}\n${plainName(text)}`, () => similarTo(text, devices, platform))
}

/** Comparing with every name takes a millisecond, and tables repeat a name in thousands of rows. */
const REMEMBERED = 1000
const answers = new Map<string, DeviceMatch | DeviceSuggestions>()

function remembered(key: string, find: () => DeviceMatch | DeviceSuggestions): DeviceMatch | DeviceSuggestions {
  const known = answers.get(key)
  if (known !== undefined) return known
  if (answers.size >= REMEMBERED) answers.clear()
  const found = find()
  answers.set(key, found)
  return found
}

function similarTo(text: string, devices: readonly HardwareSpec[], platform: Platform | undefined): DeviceMatch | DeviceSuggestions {
  const candidates = similarDevices(text, devices)
  const short = shortNamed(text, candidates)
  if (short !== undefined) return { device: short.device, match: short.isExact ? 'alias' : 'similar' }
  const best = candidates.find(({ sameModel, score }) => sameModel && score >= SIMILAR_ENOUGH)?.device ?? sameSeries(text, devices)
  if (best !== undefined) return { device: best, match: 'similar' }
  const elsewhere = platform === undefined ? undefined : findDevice(text)
  const suggestions = candidates
    .slice(0, LOOKED_AT)
    .filter(({ device }) => isSpeltLike(text, device))
    .slice(0, SUGGESTIONS)
    .map(({ device }) => device)
  return elsewhere?.device === undefined || elsewhere.match === 'similar' ? { device: undefined, suggestions } : { device: undefined, suggestions, elsewhere: elsewhere.device }
}
