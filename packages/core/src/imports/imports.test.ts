import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RecordMeasurementRequest } from '../api/predictive-performance-requests.ts'
import { BenchcastError } from '../errors.ts'
import { detectFormat, IMPORTS, importFile, isComparable, recordRequest } from './index.ts'
import { DEFAULTS, FIXTURES, fixture, importFixture, importText, refusalOf } from './testing.ts'

/** What no import may ever hand on. */
function faults(value: unknown): string[] {
  if (typeof value === 'number') return value >= 0 && Number.isFinite(value) ? [] : [String(value)]
  if (typeof value === 'string') return value.isWellFormed() ? [] : ['half a surrogate pair']
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(faults) : value === undefined ? ['undefined'] : []
}

describe('importFile', () => {
  it.each(FIXTURES)('recognises %s as the file of one tool, whatever its name', (name) => {
    const tool = [...IMPORTS.keys()].find((id) => name.startsWith(id) || name.startsWith(id.split('-')[0]!)) ?? 'aiperf'
    expect(detectFormat(fixture(name), 'download')).toBe(tool)
  })

  it.each(FIXTURES)('makes of %s measurements that can be recorded', (name) => {
    const { measurements, source } = importFixture(name, { defaults: DEFAULTS, sha256: 'ab'.repeat(32) })
    expect(source.sha256).toBe('ab'.repeat(32))
    for (const measurement of measurements) {
      expect(faults(measurement)).toEqual([])
      const body = recordRequest(measurement, source)
      if (body !== undefined) expect(RecordMeasurementRequest.parse(body)).toMatchObject({ model_name: measurement.modelName, source: source.tool })
    }
  })

  it('lets the file have the last word over the caller’s defaults', () => {
    const [measurement] = importFixture('optimum-benchmark.json', { defaults: { modelName: 'other', hardwarePlatform: 'mps', batchSize: 1, framework: 'other' } }).measurements
    expect(measurement).toMatchObject({ modelName: 'google-bert/bert-base-uncased', hardwarePlatform: 'cuda', batchSize: 8, framework: 'pytorch-2.4.0' })
  })

  it('names what is missing and how to give it', () => {
    const error = refusalOf(() => importFixture('mlperf-Offline-summary.txt', {}))
    expect(error.code).toBe('import_incomplete')
    expect(error.errors.map(({ pointer }) => pointer)).toEqual(['/model_name', '/hardware_platform'])
    expect(error.message).toContain('mlperf-Offline-summary.txt (MLPerf LoadGen) does not say which model was measured: give model_name.')
  })

  it('lists the known formats when it knows none, and reads as what the caller says', () => {
    const error = refusalOf(() => importText('[1, 2, 3]'))
    expect(error.code).toBe('import_unknown_format')
    for (const { id } of IMPORTS.values()) expect(error.message).toContain(id)
    expect(refusalOf(() => importText('{}', { format: 'perfkit' })).message).toContain('There is no import format "perfkit"')
    expect(refusalOf(() => importText('{}', { format: 'guidellm', defaults: DEFAULTS })).code).toBe('import_unreadable')
  })

  it('does not choose between two tools', () => {
    const both = { results: [{ command: 'x', mean: 1, median: 1, exit_codes: [0] }], forward: { latency: { mean: 1 } } }
    expect(refusalOf(() => importText(JSON.stringify(both))).message).toContain('could be the output of Optimum-Benchmark or hyperfine')
    expect(importText(JSON.stringify(both), { format: 'hyperfine', defaults: DEFAULTS }).measurements).toHaveLength(1)
  })

  it('takes NaN, as Python writes it, for missing, outside of texts', () => {
    const text = new TextDecoder()
      .decode(fixture('optimum-benchmark.json'))
      .replace(/"stdev": [\d.e-]+/g, '"stdev": NaN')
      .replace('cuda_pytorch_bert', 'NaN, \\" Infinity')
    const { measurements, warnings } = importText(text)
    expect(measurements[0]!.latency).not.toHaveProperty('standardDeviationMs')
    expect(warnings[0]).toContain('NaN and infinite figures are taken as missing')
  })

  it('compares only valid single passes in a number format of ours with predictions', () => {
    const comparable = FIXTURES.flatMap((name) =>
      importFixture(name)
        .measurements.filter(isComparable)
        .map((one) => `${name} ${one.name}`),
    )
    expect(comparable).toEqual([
      'mlperf-SingleStream-summary.txt SingleStream',
      'onnxruntime-perf-test-old.txt perf_test',
      'onnxruntime-perf-test.txt perf_test',
      'optimum-benchmark.json forward',
      'qualcomm-ai-hub.yaml ResNet50 float Samsung Galaxy S24 tflite',
    ])
  })
})

describe('a damaged or hostile file', () => {
  it.each([
    ['nothing', ''],
    ['deep nesting', '['.repeat(100_000)],
    ['a prototype', '{"results": [{"command": "x", "mean": 1, "__proto__": {"median": 1}}]}'],
    ['a number beyond all', '{"results": [{"command": "x", "mean": 1e999}]}'],
    ['a number beyond sense', '{"results": [{"command": "x", "mean": 1e300, "median": 1e300}]}'],
    ['a negative time', '{"results": [{"command": "x", "mean": -1, "median": -1}]}'],
    ['a text for a time', '{"results": [{"command": "x", "mean": "1", "median": 1}]}'],
    ['a list that is none', '{"results": [{"command": "x", "mean": 1, "median": 1, "exit_codes": {"length": 4294967295}}]}'],
    ['lists for objects', '{"benchmarks": [{"metrics": {"requests_per_second": [], "request_latency": [1]}}]}'],
    ['YAML of a bomb', 'precisions: &a\n  x: *a\n  performance_metrics:\n    y: 1\n'],
    ['YAML beyond depth', `precisions:\n${Array.from({ length: 99 }, (_, i) => `${' '.repeat(i + 1)}performance_metrics:\n`).join('')}`],
    ['a list of zeros as bytes', '\u0000'.repeat(10)],
  ])('of %s is refused with its place', (_, text) => {
    const error = refusalOf(() => importText(text))
    expect(['import_unreadable', 'import_unknown_format']).toContain(error.code)
    expect(error.message).toContain('file.json')
  })

  it('that was cut off is refused with the place where it ends', () => {
    const { code, message, errors } = refusalOf(() => importText('{"report": {"forward": {"latency": {"mean": 0.0'))
    expect([code, errors[0]!.pointer]).toEqual(['import_unreadable', '/report/forward/latency/mean'])
    expect(message).toContain('file.json is not sound JSON: the text ends where')
  })

  it('is refused, or read as less, but never crashes: cut off anywhere', () => {
    const file = fc.constantFrom(...FIXTURES.map(fixture))
    fc.assert(
      fc.property(file, fc.double({ min: 0, max: 1, noNaN: true }), (bytes, share) => survives(bytes.subarray(0, Math.floor(share * bytes.length)))),
      { numRuns: 80, seed: 1 },
    )
  })

  it('is refused, or read as less, but never crashes: any value in place of any other', () => {
    const documents = FIXTURES.filter((name) => name.endsWith('.json') && !name.includes('appended')).map((name) => JSON.parse(new TextDecoder().decode(fixture(name))))
    const value = fc.constantFrom<unknown>(null, true, 0, -1, 0.5, 1e300, '', 'x', '__proto__', '\uD800', [], [[]], [null], {}, { length: 1e9 }, { a: { a: 1 } })
    const damaged = fc.tuple(fc.constantFrom(...documents), fc.array(fc.nat(), { minLength: 1, maxLength: 7 }), value)
    fc.assert(
      fc.property(damaged, ([document, path, put]) => survives(new TextEncoder().encode(JSON.stringify(withValueAt(document, path, put))))),
      { numRuns: 150, seed: 1 },
    )
  })

  it('is refused, or read as less, but never crashes: lines of text swapped for others', () => {
    const texts = FIXTURES.filter((name) => !name.endsWith('.json')).map((name) => new TextDecoder().decode(fixture(name)).split('\n'))
    const line = fc.constantFrom('', ':', '- ', '  - a: b', 'Result is : VALID', ':::MLLOG {', 'P50 Latency: -1 s', 'constructor : 1', '__proto__: 1', '\t', '"', "'", '{}', 'Min latency (ns) : x')
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), line, (lines, at, other) => survives(new TextEncoder().encode(lines.with(at % lines.length, other).join('\n')))),
      { numRuns: 100, seed: 1 },
    )
  })

  it('costs no more than a sound one', () => {
    const long = ' '.repeat(200_000)
    for (const text of [
      `MLPerf Results Summary\n${long}x\n${long}:`,
      `precisions:\n  a:${long}b\n  performance_metrics:\n`,
      `{"a": "${'\\"'.repeat(100_000)}", "b": NaN}`,
      `Average inference time cost: 1 ms\nP50 Latency${long}`,
    ]) {
      survives(new TextEncoder().encode(text))
    }
  }, 2000)
})

function survives(bytes: Uint8Array): void {
  try {
    const { measurements } = importFile(bytes, 'damaged', { defaults: DEFAULTS })
    if (measurements.some((one) => faults(one).length > 0)) expect(measurements.flatMap(faults)).toEqual([])
  } catch (error) {
    if (!(error instanceof BenchcastError)) throw error
  }
}

/** A copy with the value that a path of numbers leads to, taken modulo the number of members, replaced. */
function withValueAt(value: unknown, [step, ...rest]: readonly number[], put: unknown): unknown {
  if (step === undefined || typeof value !== 'object' || value === null || Object.keys(value).length === 0) return put
  const keys = Object.keys(value)
  const key = keys[step % keys.length]!
  const changed = withValueAt((value as Record<string, unknown>)[key], rest, put)
  return Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed }
}
