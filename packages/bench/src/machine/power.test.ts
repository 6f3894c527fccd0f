import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { powerOf } from '../measure/power.ts'
import { GpuPowerMeter } from './gpu-power.ts'
import { EnergyCounter } from './rapl.ts'

const folder = mkdtempSync(join(tmpdir(), 'benchcast-power-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ZONES = { 'intel-rapl:0': 'package-0', 'intel-rapl:0:0': 'core', 'intel-rapl:0:1': 'dram', 'intel-rapl:1': 'psys', 'intel-rapl-mmio:0': 'package-0' }
const RANGE = 262_143_328_850

/** A folder as Linux lays it out, with the counters of all zones at these microjoules. */
function powercap(name: string, zones: Readonly<Record<string, string>> = ZONES) {
  const root = join(folder, name)
  const set = (zone: string, microjoules: number) => writeFileSync(join(root, zone, 'energy_uj'), `${microjoules}\n`)
  for (const [zone, title] of Object.entries(zones)) {
    mkdirSync(join(root, zone), { recursive: true })
    writeFileSync(join(root, zone, 'name'), `${title}\n`)
    writeFileSync(join(root, zone, 'max_energy_range_uj'), `${RANGE}\n`)
    set(zone, 1_000_000)
  }
  return { root, set }
}

describe('The energy of the processor', () => {
  it('is that of packages and their memory, each counted once', () => {
    const { root, set } = powercap('whole')
    const counter = EnergyCounter.start(root)!
    for (const zone of Object.keys(ZONES)) set(zone, zone === 'intel-rapl:0:1' ? 3_000_000 : 11_000_000)
    expect(counter.readings()).toEqual([
      { part: 'package-0', joules: 10, source: 'rapl' },
      { part: 'dram', joules: 2, source: 'rapl' },
    ])
  })

  it('goes on when a counter begins anew, more than once', () => {
    const { root, set } = powercap('wraps', { 'intel-rapl:0': 'package-0' })
    set('intel-rapl:0', RANGE - 2_000_000)
    const counter = EnergyCounter.start(root)!
    for (const microjoules of [3_000_000, RANGE - 1_000_000, 1_000_000]) {
      set('intel-rapl:0', microjoules)
      counter.look()
    }
    expect(counter.readings()[0]!.joules).toBeCloseTo((RANGE + 3_000_000) / 1e6, 6)
  })

  it('is absent, not nothing, where there are no counters or nobody may read them', () => {
    expect(EnergyCounter.start(join(folder, 'nowhere'))).toBeUndefined()
    const { root } = powercap('closed')
    for (const zone of Object.keys(ZONES)) rmSync(join(root, zone, 'energy_uj'))
    expect(EnergyCounter.start(root)).toBeUndefined()
    expect(powerOf([], 1, 10)).toBeUndefined()
  })
})

describe('The energy of a GPU', () => {
  const program = (name: string, text: string) => {
    const path = join(folder, name)
    writeFileSync(path, `#!/bin/sh\n${text}\n`)
    chmodSync(path, 0o755)
    return path
  }

  it('is what nvidia-smi samples, and the program that samples is ended', async () => {
    const asked = join(folder, 'asked')
    const meter = GpuPowerMeter.start(program('smi', `echo 'NVIDIA H100, 100.0'; echo 'NVIDIA H100, 300.0'; echo "$@" > ${asked}; exec sleep 60`), '1')
    await vi.waitFor(() => expect(readFileSync(asked, 'utf8')).toMatch(/--query-gpu=name,power.draw .* -i 1 -lms 100\n/), 5000)
    expect(await meter.end(2)).toEqual([{ part: 'NVIDIA H100', joules: 400, source: 'nvidia-smi' }])
  })

  it.each([
    ['the GPU has no meter', () => program('mute', "echo 'Tesla K80, [N/A]'")],
    ['there is no such program', () => join(folder, 'no-such-program')],
  ])('is absent where %s', async (_, path) => {
    const meter = GpuPowerMeter.start(path(), '0')
    expect(await meter.end(2)).toEqual([])
  })
})

describe('Power', () => {
  it('is energy over time, and energy over what was finished', () => {
    const readings = [
      { part: 'package-0', joules: 30, source: 'rapl' as const },
      { part: 'dram', joules: 10, source: 'rapl' as const },
    ]
    expect(powerOf(readings, 2, 80)).toEqual({
      watts: 20,
      joulesPerItem: 0.5,
      parts: [
        { ...readings[0], watts: 15 },
        { ...readings[1], watts: 5 },
      ],
    })
  })
})
