import type { EnergyReading } from '../machine/rapl.ts'

/** What a measurement drew. Of the whole part of the machine: idle power and other programs are in it. */
export interface PowerSummary {
  /** Mean over the measured window, of all parts together. */
  readonly watts: number
  readonly joulesPerItem: number
  readonly parts: readonly (EnergyReading & { readonly watts: number })[]
}

/** Power and energy of an item from what was read over a window in which so many items were finished; undefined where the machine shows nothing. */
export function powerOf(readings: readonly EnergyReading[], seconds: number, items: number): PowerSummary | undefined {
  if (readings.length === 0) return undefined
  const joules = readings.reduce((sum, reading) => sum + reading.joules, 0)
  return { watts: joules / seconds, joulesPerItem: joules / items, parts: readings.map((reading) => ({ ...reading, watts: reading.joules / seconds })) }
}
