import { Fields, member, present, presentGroup } from './fields.ts'
import type { Importer } from './importer.ts'
import type { ImportedMeasurement } from './measurement.ts'
import { centre, scaled, summaryFrom } from './spread.ts'
import { statedConfiguration } from './stated-configuration.ts'
import { MS_PER_SECOND } from './units.ts'

const NAMES = { meanMs: 'mean', p50Ms: 'median', minMs: 'min', maxMs: 'max' } as const
/** Newest major version whose layout was checked; the file carries no version of the layout itself. */
const CHECKED_MAJOR = 5

function measurementOf(benchmark: Fields, device: string | undefined): ImportedMeasurement {
  const stats = benchmark.needed('stats')
  const stated = { ...statedConfiguration(benchmark.child('params')), ...statedConfiguration(benchmark.child('extra_info')) }
  const latency = summaryFrom(stats, NAMES, MS_PER_SECOND, present({ samples: stats.count('rounds'), standardDeviationMs: scaled(stats.figure('stddev'), MS_PER_SECOND) }))
  const callsPerSecond = stats.figure('ops')
  return present({
    ...present({ device: stated.hardwarePlatform === undefined || stated.hardwarePlatform === 'cpu' ? device : undefined }),
    ...stated,
    name: benchmark.text('fullname') ?? benchmark.text('name') ?? benchmark.refuse('name', 'is missing'),
    workload: 'program' as const,
    latencyMs: centre(latency) ?? stats.refuse('mean', 'is missing'),
    throughputSamplesPerSecond: stated.batchSize === undefined ? undefined : scaled(callsPerSecond, stated.batchSize),
    latency,
    samplesMs: stats.figures('data')?.map((seconds) => seconds * MS_PER_SECOND),
    valid: true,
    problems: [],
    details: presentGroup({ iterationsPerRound: stats.count('iterations') }),
  })
}

export const pytestBenchmark: Importer = {
  id: 'pytest-benchmark',
  title: 'pytest-benchmark',
  files: ['what --benchmark-json writes'],
  url: 'https://pytest-benchmark.readthedocs.io/en/latest/usage.html',
  takes: 'Time of one call: median, mean, spread, every round. What was measured is read from params and extra_info under usual names (model_name, batch_size, precision, hardware_platform ...).',
  detect: ({ documents: [document, ...more] }) => {
    const benchmarks = member(document, 'benchmarks')
    return more.length === 0 && Array.isArray(benchmarks) && member(document, 'machine_info') !== undefined && benchmarks.every((benchmark) => member(benchmark, 'stats', 'mean') !== undefined)
  },
  read({ name, documents }) {
    const root = new Fields(documents[0], name)
    const version = root.text('version')
    const device = root.child('machine_info')?.child('cpu')?.text('brand_raw')
    const newer = Number.parseInt(version ?? '0', 10) > CHECKED_MAJOR
    const warnings = newer ? [`${name}: written by pytest-benchmark ${version}; the layout was checked up to version ${CHECKED_MAJOR}: compare a figure with the tool's own table.`] : []
    return present({ measurements: root.children('benchmarks').map((benchmark) => measurementOf(benchmark, device)), warnings, version })
  },
}
