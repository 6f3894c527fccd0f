import { createHash } from 'node:crypto'
import type { AvailableHardware, BenchmarkResult, FileResult, Fingerprint, Flag, LatencySummary, PowerSummary } from '@benchcast/bench'
import type { HowMeasured } from './configurations.ts'

/** Megabytes of the wire: 2^20 bytes. */
export const megabytes = (bytes: number): number => bytes / 2 ** 20
const milliseconds = (seconds: number): number => 1000 * seconds

/** Most raw samples that are kept of one configuration, evenly spaced in time. */
const MOST_SAMPLES = 200
const SAMPLE_DIGITS = 5

/** The three figures of the wire: samples per second, milliseconds of a batch (median), peak MB. */
export const figuresOf = ({ throughputPerSecond, latency, raw }: BenchmarkResult) => ({
  throughput: throughputPerSecond,
  latency: milliseconds(latency.p50),
  memory_usage: raw.memory ? megabytes(raw.memory.peak) : null,
})

/** Everything that is kept of a measurement beside its three figures, as JSON. */
export function measuredFacts(result: BenchmarkResult, run: HowMeasured, { device }: Pick<AvailableHardware, 'device'>, machine: Fingerprint) {
  const { latency, raw, flags } = result
  const opened = run.browser === 'open' ? raw.browser : undefined
  return {
    statistics: { ...latencyFacts(latency), ...rawFacts(raw), ...(result.power && powerFacts(result.power)) },
    flags: [...flags, ...nonFinite(raw.nonFiniteOutputs)],
    samples: keptSamples(raw.samples),
    method: { profile: run.profile, scenario: run.scenario, ...(run.phase != null && { phase: run.phase }), threads: run.threads ?? null, max_seconds: run.max_seconds ?? null },
    device,
    // A page that was opened by hand may be on another machine, of which only what its browser told is known, and need not be on the same one next time.
    machine: opened ? { opened_by_hand: true, browser: opened.browser, adapter: opened.adapter, runtime: opened.runtime } : machineFacts(machine),
    ...(!opened && { comparable: comparableKey(run, machine) }),
    ...('hasOwnWeights' in result && { file: fileFacts(result as FileResult) }),
  }
}

/** Names what must agree for an earlier measurement to stand for a new one: the machine, its runtime, and how it is measured. */
export function comparableKey({ profile, scenario, phase, threads, image_size, max_seconds }: HowMeasured, machine: Fingerprint): string {
  const { processor, logicalCores, governor, memoryBytes, gpu, driver, runtime, power } = machine
  const facts = [
    profile,
    scenario,
    threads ?? null,
    image_size ?? null,
    max_seconds ?? null,
    processor,
    logicalCores,
    governor,
    memoryBytes,
    gpu,
    driver,
    runtime,
    power,
    ...(phase === 'decode' ? [phase] : []),
  ]
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16)
}

/** What is known of a user's file. */
const fileFacts = ({ header, inputs, hasOwnWeights }: FileResult) => ({
  has_own_weights: hasOwnWeights,
  ...(header && { parameters: header.parameters, nodes: header.nodes, producer: header.producer, opsets: header.opsets, inputs }),
})

/** The machine in the words of the wire. */
export const machineFacts = ({ logicalCores, memoryBytes, freeMemoryBytes, ...rest }: Fingerprint) => ({
  ...rest,
  logical_cores: logicalCores,
  memory_mb: Math.round(megabytes(memoryBytes)),
  free_memory_mb: Math.round(megabytes(freeMemoryBytes)),
})

function latencyFacts(latency: LatencySummary) {
  const { runs, coefficientOfVariation, medianInterval, p90, p95, p99 } = latency
  return {
    runs,
    mean_ms: milliseconds(latency.mean),
    standard_deviation_ms: milliseconds(latency.standardDeviation),
    coefficient_of_variation: coefficientOfVariation,
    minimum_ms: milliseconds(latency.minimum),
    maximum_ms: milliseconds(latency.maximum),
    p50_ms: milliseconds(latency.p50),
    ...(medianInterval && { median_interval_ms: medianInterval.map(milliseconds) }),
    ...(p90 !== undefined && { p90_ms: milliseconds(p90) }),
    ...(p95 !== undefined && { p95_ms: milliseconds(p95) }),
    ...(p99 !== undefined && { p99_ms: milliseconds(p99) }),
    median_absolute_deviation_ms: milliseconds(latency.medianAbsoluteDeviation),
  }
}

function rawFacts(raw: BenchmarkResult['raw']) {
  const { memory, otherCores, clockHz, queriesPerSecond } = raw
  return {
    window_seconds: raw.windowSeconds,
    load_ms: milliseconds(raw.loadSeconds),
    first_run_ms: milliseconds(raw.firstRunSeconds),
    warm_up_runs: raw.warmUpSamples.length,
    is_precise: raw.isPrecise,
    ...(raw.usedCores !== undefined && { used_cores: raw.usedCores }),
    ...(otherCores !== undefined && { other_cores: otherCores }),
    ...(clockHz && { clock_hz: clockHz }),
    ...(queriesPerSecond !== undefined && { queries_per_second: queriesPerSecond }),
    ...(memory && { memory_before_mb: megabytes(memory.before), memory_loaded_mb: megabytes(memory.loaded), memory_peak_mb: megabytes(memory.peak) }),
    ...(raw.browser && { browser: raw.browser.browser, adapter: raw.browser.adapter, browser_runtime: raw.browser.runtime, browser_threads: raw.browser.threads }),
  }
}

/** What the machine showed of the energy, idle power and other programs included; absent where it shows nothing. */
const powerFacts = ({ watts, joulesPerItem, parts }: PowerSummary) => ({
  power_watts: watts,
  joules_per_item: joulesPerItem,
  power_by_part: parts.map(({ part, watts, source }) => ({ part, watts, source })),
})

/** Every `every`-th sample in order of time, so that drift can still be seen. */
function keptSamples(seconds: Float64Array) {
  const every = Math.max(1, Math.ceil(seconds.length / MOST_SAMPLES))
  const values = [...seconds].filter((_, index) => index % every === 0).map((value) => Number(milliseconds(value).toPrecision(SAMPLE_DIGITS)))
  return { unit: 'ms', count: seconds.length, every, values }
}

const nonFinite = (outputs: readonly string[]): readonly { readonly code: Flag['code'] | 'not_finite'; readonly message: string }[] =>
  outputs.length === 0
    ? []
    : [{ code: 'not_finite', message: `${outputs.join(', ')} hold values that are no finite numbers, as random weights in a small number format can make: times stay valid, outputs do not.` }]
