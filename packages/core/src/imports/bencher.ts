import { configurationInName } from './bencher-name.ts'
import { Fields, isFigure, isObject, member, present, presentGroup } from './fields.ts'
import type { Importer } from './importer.ts'
import type { Bounds, Figure, ImportedMeasurement, Workload } from './measurement.ts'
import { BYTES_PER_MB, MS_PER_NANOSECOND } from './units.ts'

/** A measure of a Bencher project that is a figure of ours. `latency` and `throughput` are Bencher's own, in ns and operations per second; the unit of ours stands in its name. */
export interface BencherMeasure {
  readonly measure: string
  readonly figure: Figure
  /** What a value of the file is multiplied with. */
  readonly factor: number
}

export const BENCHER_MEASURES: readonly BencherMeasure[] = [
  { measure: 'latency', figure: 'latencyMs', factor: MS_PER_NANOSECOND },
  { measure: 'throughput', figure: 'throughputSamplesPerSecond', factor: 1 },
  { measure: 'peak-memory-bytes', figure: 'memoryMb', factor: 1 / BYTES_PER_MB },
]

/** Of a benchmark, in Bencher. */
const LONGEST_NAME = 1024

const WORKLOADS: readonly Workload[] = ['forward', 'train_step', 'prefill', 'decode_step', 'generation', 'serving', 'offline', 'program']

function figuresOf(benchmark: Fields): Partial<Record<Figure, number>> & { readonly bounds?: ImportedMeasurement['bounds'] } {
  const known = BENCHER_MEASURES.flatMap(({ measure, figure, factor }) => {
    const metric = benchmark.child(measure)
    return metric === undefined ? [] : [{ figure, value: (metric.figure('value') ?? metric.refuse('value', 'is missing')) * factor, bounds: boundsOf(metric, factor) }]
  })
  const figures = Object.fromEntries(known.map(({ figure, value }) => [figure, value])) as Partial<Record<Figure, number>>
  const bounds = presentGroup(Object.fromEntries(known.map((one) => [one.figure, one.bounds])))
  return { ...figures, ...(bounds && { bounds }) }
}

function boundsOf(metric: Fields, factor: number): Bounds | undefined {
  const lower = metric.figure('lower_value')
  const upper = metric.figure('upper_value')
  return presentGroup({ lower: lower === undefined ? undefined : lower * factor, upper: upper === undefined ? undefined : upper * factor })
}

const isKnown = (measure: string) => BENCHER_MEASURES.some((one) => one.measure === measure)

/** Measures of which nobody here knows the unit are kept as they are. */
function otherMeasures(benchmark: Fields): Record<string, number> {
  const others = benchmark.keys.filter((measure) => !isKnown(measure)).map((measure) => [measure, member(benchmark.raw(measure), 'value')] as const)
  return Object.fromEntries(others.filter((one): one is readonly [string, number] => typeof one[1] === 'number'))
}

function measurementOf(name: string, benchmark: Fields): ImportedMeasurement {
  const { workload, ...configuration } = configurationInName(name) ?? {}
  return present({
    ...configuration,
    ...figuresOf(benchmark),
    name: name.slice(0, LONGEST_NAME).toWellFormed(),
    workload: WORKLOADS.find((one) => one === workload) ?? ('program' as const),
    valid: true,
    problems: [],
    details: presentGroup(otherMeasures(benchmark)),
  })
}

const isMetric = (value: unknown) => typeof member(value, 'value') === 'number'
const isBenchmark = (value: unknown) => isObject(value) && Object.keys(value).length > 0 && Object.values(value).every(isMetric)

export const bencher: Importer = {
  id: 'bencher',
  title: 'Bencher Metric Format (BMF)',
  files: ['BMF JSON: benchmark → measure → value, lower_value, upper_value'],
  url: 'https://bencher.dev/docs/reference/bencher-metric-format/',
  takes:
    'The measures latency (ns) and throughput (operations per second) of Bencher, and our peak-memory-bytes; others are kept as details. Files written by Benchcast carry the configuration in the name of the benchmark; others do not: give model_name and hardware_platform.',
  writes: true,
  detect: ({ documents: [document, ...more] }) => more.length === 0 && isObject(document) && Object.keys(document).length > 0 && Object.values(document).every(isBenchmark),
  read({ name, documents }) {
    const root = new Fields(documents[0], name)
    const measurements = root.keys.map((key) => measurementOf(key, root.child(key) ?? root.refuse(key, 'must be an object')))
    const [useful, useless] = [measurements.filter(hasFigure), measurements.filter((one) => !hasFigure(one))]
    const warnings =
      useless.length === 0
        ? []
        : [`${name}: left out ${useless.length} of ${measurements.length} benchmarks, for want of a measure of known unit (${BENCHER_MEASURES.map(({ measure }) => measure).join(', ')}).`]
    return { measurements: useful, warnings }
  },
}

const hasFigure = (measurement: ImportedMeasurement) => BENCHER_MEASURES.some(({ figure }) => isFigure(measurement[figure]))
