import { BENCHER_MEASURES } from './bencher.ts'
import { bencherName } from './bencher-name.ts'
import { present } from './fields.ts'
import type { ImportedMeasurement } from './measurement.ts'

/** One value of a measure in Bencher Metric Format. */
export interface BencherMetric {
  readonly value: number
  readonly lower_value?: number
  readonly upper_value?: number
}

/** Benchmark → measure → value. */
export type BencherReport = Readonly<Record<string, Readonly<Record<string, BencherMetric>>>>

/**
 * Measurements in Bencher Metric Format, to be sent with `bencher run --adapter json --file`. The name of a benchmark holds the configuration, and a number where several have the same;
 * latency is in nanoseconds, throughput in samples per second, memory in bytes. Invalid measurements, and those without a figure, are left out.
 *
 * @example
 * writeBencher([{ name: 'forward', workload: 'forward', modelName: 'bert-base-uncased', hardwarePlatform: 'cpu', batchSize: 8, latencyMs: 12.5, valid: true, problems: [] }])
 * // { 'bert-base-uncased?hardware_platform=cpu&batch_size=8&workload=forward': { latency: { value: 12500000 } } }
 */
export function writeBencher(measurements: readonly ImportedMeasurement[]): BencherReport {
  const report = new Map<string, Record<string, BencherMetric>>()
  for (const measurement of measurements) {
    const metrics = metricsOf(measurement)
    if (measurement.valid && Object.keys(metrics).length > 0) report.set(unusedName(bencherName(measurement), report), metrics)
  }
  return Object.fromEntries(report)
}

function metricsOf(measurement: ImportedMeasurement): Record<string, BencherMetric> {
  return Object.fromEntries(
    BENCHER_MEASURES.flatMap(({ measure, figure, factor }) => {
      const value = measurement[figure]
      const { lower, upper } = measurement.bounds?.[figure] ?? {}
      const scaled = (one: number | undefined) => (one === undefined ? undefined : one / factor)
      return value === undefined ? [] : [[measure, present({ value: value / factor, lower_value: scaled(lower), upper_value: scaled(upper) })]]
    }),
  )
}

function unusedName(name: string, taken: ReadonlyMap<string, unknown>): string {
  if (!taken.has(name)) return name
  for (let run = 2; ; run++) if (!taken.has(`${name}&run=${run}`)) return `${name}&run=${run}`
}
