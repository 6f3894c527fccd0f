import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compactName, plainName } from './device-name.ts'
import {
  findDevice,
  HARDWARE,
  HARDWARE_BY_ID,
  type HardwareSpec,
  LIST_PRICES,
  launchOverheadFor,
  limitSources,
  operationsAClock,
  PLATFORMS,
  type Platform,
  representative,
  WORKED_OUT,
} from './index.ts'

const measured: Readonly<Partial<Record<Platform, readonly string[]>>> = JSON.parse(readFileSync(new URL('../../testdata/hardware/measured-devices.json', import.meta.url), 'utf8'))
const names = ({ name, aliases = [] }: HardwareSpec) => [name, ...aliases]
const repeated = (keys: readonly string[]) => keys.filter((key, at) => keys.indexOf(key) !== at)
const within = ([low, high]: readonly [number, number], value: number) => value >= low && value <= high

/** From a phone of 2013 to the largest accelerators announced. */
const PEAK_FP32 = { cpu: [1e9, 50e12], gpu: [0.2e12, 200e12], igpu: [0.2e12, 50e12], npu: [0.1e12, 20e12] } as const
const BANDWIDTH = { cpu: [3e9, 2e12], gpu: [25e9, 10e12], igpu: [30e9, 1e12], npu: [15e9, 200e9] } as const

/** Single-precision lanes of one compute unit, by architecture; dual issue counts twice. */
const LANES: readonly (readonly [pattern: RegExp, lanes: number])[] = [
  [/^(?:maxwell|ampere|ada|hopper|blackwell|m\d)$/, 128],
  [/^(?:turing|volta|cdna2?|gcn5|rdna[12])$/, 64],
  [/^(?:cdna[34]|rdna[34](?:\.5)?|xe-hpg|xe2|xe2-hpg)$/, 128],
  [/^(?:xe-lp|xe-lpg|gen\d+(?:\.5)?)$/, 8],
]

/** A100 and A30 are Ampere with half the lanes of the other Ampere parts, P100 is Pascal with half. */
const lanesOf = ({ architecture, instructionGeneration }: HardwareSpec) =>
  instructionGeneration === 80 ? 64 : architecture === 'pascal' ? (instructionGeneration === 60 ? 64 : 128) : LANES.find(([pattern]) => pattern.test(architecture))?.[1]

describe('the catalogue', () => {
  it('has a file for every device, named after its id', () => {
    const files = readdirSync(new URL('./devices/', import.meta.url), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts') && !path.endsWith('index.ts'))
    expect(files.map((path) => path.slice(path.lastIndexOf('/') + 1, -3)).sort()).toEqual(HARDWARE.map(({ id }) => id).sort())
  })

  it('has list prices of its own devices alone, each with an offer, a month and an address', () => {
    for (const [id, { usdPerHour, offer, asOf, source }] of LIST_PRICES) {
      expect(HARDWARE_BY_ID.has(id), id).toBe(true)
      expect(within([0.1, 100], usdPerHour), id).toBe(true)
      expect([offer !== '', /^20\d\d-(0[1-9]|1[0-2])$/.test(asOf), URL.canParse(source)], id).toEqual([true, true, true])
    }
  })

  it('uses every id and name once, and an alias once for each kind of part', () => {
    expect(repeated(HARDWARE.map(({ id }) => id))).toEqual([])
    expect(repeated(HARDWARE.map(({ name }) => plainName(name)))).toEqual([])
    expect(repeated(HARDWARE.flatMap((device) => names(device).map((name) => `${device.kind}: ${plainName(name)}`)))).toEqual([])
  })

  it('never lets two devices of one kind differ in spelling alone', () => {
    const compact = HARDWARE.flatMap((device) => [...new Set(names(device).map(compactName))].flatMap((name) => (name === undefined ? [] : [`${device.kind}: ${name}`])))
    expect(repeated(compact)).toEqual([])
  })

  it('shares an alias only between the parts of one chip', () => {
    const vendors = Map.groupBy(
      HARDWARE.flatMap((device) => names(device).map((name) => ({ name: plainName(name), vendor: device.vendor }))),
      ({ name }) => name,
    )
    for (const [name, uses] of vendors) expect(new Set(uses.map(({ vendor }) => vendor)).size, name).toBe(1)
  })

  it('has plausible figures', () => {
    for (const device of HARDWARE) {
      const { fp32, fp16 } = device.operationsPerSecond
      expect(within(PEAK_FP32[device.kind], fp32!), `${device.id} fp32`).toBe(true)
      if (fp16 !== undefined) expect(fp16, device.id).toBeGreaterThanOrEqual(fp32!)
      expect(within(BANDWIDTH[device.kind], device.memoryBytesPerSecond), `${device.id} bandwidth`).toBe(true)
      expect(within([0.5 * 2 ** 30, 1024 * 2 ** 30], device.memoryBytes), `${device.id} memory`).toBe(true)
      expect(within([2005, 2026], device.releaseYear), `${device.id} year`).toBe(true)
      expect(within([0.2e9, 6.5e9], device.clockHz ?? 1e9), `${device.id} clock`).toBe(true)
      expect(within([0.5, 1500], device.powerWatts ?? 100), `${device.id} power`).toBe(true)
    }
  })

  it('gives graphics parts the peak their units reach at their clock, within 15 %', () => {
    const checked = HARDWARE.filter(({ kind, computeUnits, clockHz }) => kind.endsWith('gpu') && computeUnits !== undefined && clockHz !== undefined).filter((device) => lanesOf(device) !== undefined)
    expect(checked.length).toBeGreaterThan(150)
    for (const device of checked) {
      const reachable = device.computeUnits! * lanesOf(device)! * 2 * device.clockHz!
      expect(within([0.85, 1.15], device.operationsPerSecond.fp32! / reachable), device.id).toBe(true)
    }
  })

  it('gives every device a platform and every figure a source', () => {
    for (const { id, platforms, source, quality } of HARDWARE) {
      expect(platforms.length, id).toBeGreaterThan(0)
      expect(new Set(platforms).size, id).toBe(platforms.length)
      if (source === WORKED_OUT) expect(quality, id).toBe('estimate')
      else expect(new URL(source).protocol, id).toBe('https:')
    }
  })

  it('says where each limit comes from: an address, or a method; and a product of units, clock and operations is the peak', () => {
    for (const device of HARDWARE) {
      const { id, source, peaksBy, kind, computeUnits = 0 } = device
      for (const words of Object.values(limitSources(device))) expect(words.length, id).toBeGreaterThan(10)
      expect(peaksBy === undefined, id).toBe(source !== WORKED_OUT)
      const aClock = operationsAClock(device)
      if (peaksBy === 'like_units') expect(within([0.965, 1.035], aClock! / 2 ** Math.round(Math.log2(aClock!))), id).toBe(true)
      if (peaksBy === 'kinds_of_cores') expect([kind, computeUnits > 2], id).toEqual(['cpu', true])
      if (peaksBy === 'collection') expect(kind, id).toBe('npu')
    }
    expect(limitSources(HARDWARE_BY_ID.get('intel-xeon-platinum-8480-plus')!).operationsPerSecond).toBe('56 units × 2.6 GHz × 64 operations a clock')
  })

  it('knows every device of the public measurements under the platform they were taken on', () => {
    for (const [platform, devices] of Object.entries(measured)) {
      for (const device of devices) expect(findDevice(device, platform as Platform), `${platform}: ${device}`).toMatchObject({ match: expect.stringMatching(/exact|alias/) })
    }
  })

  it('finds every device by id, by name and, under each of its platforms, by alias', () => {
    for (const device of HARDWARE) {
      expect(findDevice(device.id), device.id).toEqual({ device, match: 'exact' })
      expect(findDevice(`  ${device.name.toUpperCase()} `), device.id).toEqual({ device, match: 'exact' })
      for (const alias of device.aliases ?? []) expect(findDevice(alias, device.platforms[0]).device?.vendor, alias).toBe(device.vendor)
    }
  })
})

describe('every platform', () => {
  it.each(PLATFORMS)('%s has at least five devices and a representative that serves it', (platform) => {
    expect(HARDWARE.filter(({ platforms }) => platforms.includes(platform)).length).toBeGreaterThanOrEqual(5)
    expect(representative(platform).platforms).toContain(platform)
  })

  it('starts kernels slowly through a browser and at the device’s own pace otherwise', () => {
    const card = HARDWARE_BY_ID.get('nvidia-geforce-rtx-4090')!
    expect(PLATFORMS.map((platform) => launchOverheadFor(card, platform))).toEqual(PLATFORMS.map((platform) => (platform.startsWith('web') ? 'browser' : 'driver')))
  })
})
