import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readText } from './processor.ts'

/** Where Linux shows the energy counters of processors (Running Average Power Limit). */
const POWERCAP_FOLDER = '/sys/class/powercap'

/** What a part of the machine drew during a measurement. */
export interface EnergyReading {
  /** `package-0` (processor), `dram`, or the name of a GPU. */
  readonly part: string
  readonly joules: number
  readonly source: 'rapl' | 'nvidia-smi'
}

interface Zone {
  readonly part: string
  readonly path: string
  /** Where the counter begins anew, microjoules. */
  readonly range: number
}

/**
 * Counts the energy of processors and their memory from now on; the counters begin anew after some minutes, so look at least once a minute.
 *
 * Zones are `package-N` and the `dram` inside; cores and graphics are parts of a package, `psys` holds packages, and `intel-rapl-mmio` shows the same package a second time.
 * Source: Linux, Documentation/power/powercap/powercap.rst.
 *
 * @example
 * const counter = EnergyCounter.start() // undefined where the machine does not show it, or only to its administrator
 * counter?.readings() // [{ part: 'package-0', joules: 12.3, source: 'rapl' }]
 */
export class EnergyCounter {
  readonly #zones: readonly Zone[]
  readonly #last: number[]
  readonly #total: number[]

  private constructor(zones: readonly Zone[]) {
    this.#zones = zones
    this.#last = zones.map(microjoulesOf)
    this.#total = zones.map(() => 0)
  }

  static start(folder = POWERCAP_FOLDER): EnergyCounter | undefined {
    const zones = zonesIn(folder).filter((zone) => Number.isFinite(microjoulesOf(zone)))
    return zones.length === 0 ? undefined : new EnergyCounter(zones)
  }

  look(): void {
    for (const [index, zone] of this.#zones.entries()) {
      const now = microjoulesOf(zone)
      const drawn = now - this.#last[index]!
      this.#total[index]! += drawn >= 0 ? drawn : drawn + zone.range
      this.#last[index] = now
    }
  }

  /** Up to now. A zone that could not be read any more is left out. */
  readings(): readonly EnergyReading[] {
    this.look()
    return this.#zones.flatMap(({ part }, index) => (Number.isFinite(this.#total[index]) ? [{ part, joules: this.#total[index]! / 1e6, source: 'rapl' as const }] : []))
  }
}

function zonesIn(folder: string): readonly Zone[] {
  return foldersOf(folder)
    .filter((name) => /^intel-rapl:\d+(:\d+)?$/.test(name))
    .map((name) => join(folder, name))
    .map((path) => ({ part: readText(join(path, 'name')).trim(), path, range: numberIn(join(path, 'max_energy_range_uj')) }))
    .filter(({ part }) => /^(package-\d+|dram)$/.test(part))
}

function foldersOf(path: string): readonly string[] {
  try {
    return readdirSync(path).sort()
  } catch {
    return []
  }
}

const microjoulesOf = ({ path }: Zone): number => numberIn(join(path, 'energy_uj'))

function numberIn(path: string): number {
  const text = readText(path).trim()
  return text === '' ? Number.NaN : Number(text)
}
