import { Fields, member, present, unknownVersion } from './fields.ts'
import type { Importer } from './importer.ts'
import type { ImportedMeasurement, LatencySummary } from './measurement.ts'
import { summaryFrom } from './spread.ts'
import { statedConfiguration } from './stated-configuration.ts'
import { BYTES_PER_MB, MS_PER_SECOND } from './units.ts'

const NAMES = { meanMs: 'mean', p50Ms: 'median', minMs: 'min', maxMs: 'max' } as const

interface Runs {
  readonly timesSeconds: readonly number[] | undefined
  readonly latency: LatencySummary | undefined
  readonly peakBytes: number | undefined
  /** Null where a signal ended the program. */
  readonly exitCodes: readonly unknown[]
  readonly parameters: Readonly<Record<string, unknown>>
}

/** Layout of hyperfine 1: the statistics stand in the result itself. */
function runsOfVersion1(result: Fields): Runs {
  const timesSeconds = result.figures('times')
  const deviation = result.figure('stddev')
  const rest = present({ samples: timesSeconds?.length, standardDeviationMs: deviation === undefined ? undefined : deviation * MS_PER_SECOND })
  return {
    timesSeconds,
    latency: summaryFrom(result, NAMES, MS_PER_SECOND, rest),
    peakBytes: largest(result.figures('memory_usage_byte')),
    exitCodes: result.list('exit_codes') ?? [],
    parameters: Object.fromEntries((result.child('parameters')?.keys ?? []).map((key) => [key, result.child('parameters')!.raw(key)])),
  }
}

/** Layout of hyperfine 2 (`schema_version` 2): every run with its quantities, and a summary of each quantity. */
function runsOfVersion2(result: Fields): Runs {
  const summary = result.child('summary')
  const wall = summary?.child('time_wall_clock')
  const runs = result.children('measurements')
  const times = runs.flatMap((run) => run.child('time_wall_clock')?.figure('value') ?? [])
  const deviation = wall?.figure('stddev')
  const rest = present({ samples: wall?.count('count') ?? runs.length, standardDeviationMs: deviation === undefined ? undefined : deviation * MS_PER_SECOND })
  const parameters = result.child('parameters')
  return {
    timesSeconds: times.length === runs.length ? times : undefined,
    latency: summaryFrom(wall, NAMES, MS_PER_SECOND, rest),
    peakBytes: summary?.child('memory_peak_resident')?.figure('max'),
    exitCodes: runs.map((run) => run.raw('exit_code') ?? null),
    parameters: Object.fromEntries((parameters?.keys ?? []).map((key) => [key, member(parameters!.raw(key), 'value')])),
  }
}

const largest = (values: readonly number[] | undefined) => (values === undefined || values.length === 0 ? undefined : values.reduce((a, b) => Math.max(a, b)))

function measurementOf(result: Fields, { timesSeconds, latency, peakBytes, exitCodes, parameters }: Runs): ImportedMeasurement {
  const failed = exitCodes.filter((code) => code !== 0).length
  const command = result.text('command') ?? result.refuse('command', 'is missing')
  return present({
    ...statedConfiguration(new Fields(parameters, result.file, `${result.pointer}/parameters`)),
    name: result.text('name') ?? command,
    workload: 'program' as const,
    latencyMs: latency?.p50Ms ?? latency?.meanMs ?? result.refuse('mean', 'is missing'),
    latency,
    samplesMs: timesSeconds?.map((seconds) => seconds * MS_PER_SECOND),
    memoryMb: peakBytes === undefined || peakBytes === 0 ? undefined : peakBytes / BYTES_PER_MB,
    valid: failed === 0,
    problems: failed === 0 ? [] : [`${failed} of ${exitCodes.length} runs ended with a failure`],
    details: { command },
  })
}

export const hyperfine: Importer = {
  id: 'hyperfine',
  title: 'hyperfine',
  files: ['what --export-json writes (versions 1 and 2)'],
  url: 'https://github.com/sharkdp/hyperfine#json',
  takes:
    'Run time of a whole program: median, mean, spread, every run, peak memory. A run that ended with a failure makes the measurement invalid. Parameters of usual names (model_name, batch_size ...) say what was measured.',
  detect: ({ documents: [document, ...more] }) => {
    const results = member(document, 'results')
    return (
      more.length === 0 &&
      Array.isArray(results) &&
      results.length > 0 &&
      results.every((result) => member(result, 'command') !== undefined && (member(result, 'mean') ?? member(result, 'measurements')) !== undefined)
    )
  },
  read({ name, documents }) {
    const root = new Fields(documents[0], name)
    const schema = root.count('schema_version') ?? 1
    if (schema > 2) throw unknownVersion(name, '/schema_version', schema, 'versions 1 and 2 are')
    const version = root.child('metadata')?.text('hyperfine_version')
    const read = schema === 1 ? runsOfVersion1 : runsOfVersion2
    const measurements = root.children('results').map((result) => measurementOf(result, read(result)))
    return present({ measurements, warnings: [], schema: String(schema), version })
  },
}
