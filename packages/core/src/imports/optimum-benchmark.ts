import type { Platform } from '../hardware/hardware.ts'
import { Fields, member, present, presentGroup } from './fields.ts'
import type { Importer } from './importer.ts'
import type { Configuration, Figure, ImportedMeasurement, LatencySummary, Workload } from './measurement.ts'
import { platformNamed, platformOfGpu, precisionNamed } from './naming.ts'
import { centre, sampleDeviation, scaled, summaryFrom } from './spread.ts'
import { BYTES_PER_MB, MS_PER_SECOND } from './units.ts'

/** Targets that are measurements; `load` and the first run become details of them, `overall` and `warmup` hold what `train` leaves out. */
const WORKLOADS: Readonly<Record<string, Workload>> = {
  forward: 'forward',
  prefill: 'prefill',
  per_token: 'decode_step',
  decode: 'generation',
  generate: 'generation',
  call: 'generation',
  train: 'train_step',
}
const NAMES = { meanMs: 'mean', p50Ms: 'p50', p90Ms: 'p90', p95Ms: 'p95', p99Ms: 'p99' } as const
/** Its megabytes are 10^6 bytes. */
const DECIMAL_MB = 1e6
/** Memory of the device, best figure first; then of the process. */
const DEVICE_MEMORY = ['max_process_vram', 'max_reserved', 'max_allocated', 'max_global_vram'] as const
/** Two figures closer than this are the same. */
const SAME = 0.01

function platformOf(backend: Fields, gpu: string | undefined): Platform | undefined {
  if (backend.text('name') === 'openvino') return 'openvino'
  const device = backend.text('device')
  return device === 'cuda' || device === 'gpu' ? (platformOfGpu(gpu) ?? 'cuda') : platformNamed(device)
}

function configurationOf(config: Fields | undefined): Configuration & { readonly reportedPrecision?: string } {
  const backend = config?.child('backend')
  if (config === undefined || backend === undefined) return {}
  const environment = config.child('environment')
  const scenario = config.child('scenario')
  const shapes = scenario?.child('input_shapes')
  const gpu = firstText(environment?.raw('gpu'))
  const hardwarePlatform = platformOf(backend, gpu)
  const version = backend.text('version')
  const training = scenario?.text('name') === 'training'
  const quantized = backend.text('quantization_scheme')
  return present({
    modelName: backend.text('model'),
    hardwarePlatform,
    device: hardwarePlatform === 'cpu' ? environment?.text('cpu') : gpu,
    framework: version === undefined ? backend.text('name') : `${backend.text('name')}-${version}`,
    batchSize: training ? samplesOfStep(scenario) : shapes?.count('batch_size'),
    sequenceLength: shapes?.count('sequence_length'),
    ...precisionNamed(quantized ?? backend.text('dtype') ?? backend.text('torch_dtype')),
    mode: training ? ('training' as const) : ('inference' as const),
  })
}

/** Samples of one training step: those of a pass times the passes whose gradients are summed. */
function samplesOfStep(scenario: Fields | undefined): number | undefined {
  const training = scenario?.child('training_arguments')
  return scaled(training?.count('per_device_train_batch_size'), training?.count('gradient_accumulation_steps') ?? 1)
}

const firstText = (value: unknown) => [value].flat().find((one): one is string => typeof one === 'string')

/** Targets that are single passes. */
const SINGLE_PASSES = ['forward', 'prefill', 'train'] as const

/**
 * The samples of one run, from throughput × mean latency: the tool's throughput is their quotient. Some versions divide generated tokens under the name of samples in `generate`,
 * so that only single passes are trusted.
 */
function impliedBatch(report: Fields): number | undefined {
  for (const name of SINGLE_PASSES) {
    const target = report.child(name)
    const throughput = target?.child('throughput')?.figure('value')
    const meanSeconds = target?.child('latency')?.figure('mean')
    // The tool divides the samples of all training steps by the time of one.
    const runs = name === 'train' ? (target?.child('latency')?.count('count') ?? 1) : 1
    const samples = throughput === undefined || meanSeconds === undefined ? 0 : (throughput * meanSeconds) / runs
    const whole = Math.round(samples)
    if (whole >= 1 && Math.abs(samples - whole) <= SAME * whole) return whole
  }
  return undefined
}

interface Rates {
  readonly samplesPerSecond?: number
  readonly tokensPerSecond?: number
  readonly derived?: readonly Figure[]
  readonly warning?: string
}

/** Samples per second, checked against batch and mean latency where both are known. */
function ratesOf(target: Fields, batchSize: number | undefined, latency: LatencySummary | undefined): Rates {
  const throughput = target.child('throughput')
  const value = throughput?.figure('value')
  const unit = throughput?.text('unit')
  if (value === undefined) return {}
  if (unit === 'tokens/s') return { tokensPerSecond: value }
  if (unit !== 'samples/s' && unit !== 'images/s') return { warning: `${target.pointer}/throughput is in ${unit}, which is neither samples nor tokens per second: left out` }
  if (batchSize === undefined || !latency?.meanMs || unit === 'images/s') return { samplesPerSecond: value }
  const expected = (batchSize * MS_PER_SECOND) / latency.meanMs
  if (Math.abs(value - expected) <= SAME * expected) return { samplesPerSecond: value }
  return {
    samplesPerSecond: expected,
    derived: ['throughputSamplesPerSecond'],
    warning: `${target.pointer}/throughput is ${value}, but ${batchSize} samples in ${latency.meanMs} ms are ${expected} per second: the latter is taken`,
  }
}

function memoryOf(target: Fields, platform: Platform | undefined): number | undefined {
  const memory = target.child('memory')
  const names = platform === 'cpu' || platform === 'openvino' ? (['max_ram'] as const) : DEVICE_MEMORY
  const megabytes = names.map((name) => memory?.figure(name)).find((value) => value !== undefined)
  return scaled(megabytes, DECIMAL_MB / BYTES_PER_MB)
}

function measurementOf(name: string, report: Fields, known: ReturnType<typeof configurationOf>, warnings: string[]): ImportedMeasurement[] {
  const target = report.child(name)
  const fields = target?.child('latency')
  if (target === undefined || fields === undefined) return []
  const unit = fields.text('unit') ?? 's'
  if (unit !== 's') fields.refuse('unit', `is ${unit}; optimum-benchmark writes seconds`)
  const samples = fields.figures('values')
  const n = fields.count('count') ?? samples?.length
  const latency = summaryFrom(fields, NAMES, MS_PER_SECOND, present({ samples: n, standardDeviationMs: scaled(sampleDeviation(fields.figure('stdev'), n), MS_PER_SECOND) }))
  const workload = WORKLOADS[name]!
  const { samplesPerSecond, tokensPerSecond, derived, warning }: Rates = workload === 'train_step' ? {} : ratesOf(target, known.batchSize, latency)
  if (warning !== undefined) warnings.push(`${report.file}: ${warning}.`)
  return [
    present({
      ...known,
      ...(workload === 'train_step' && { mode: 'training' as const }),
      name,
      workload,
      latencyMs: centre(latency),
      throughputSamplesPerSecond: samplesPerSecond,
      derived,
      memoryMb: memoryOf(target, known.hardwarePlatform),
      latency,
      samplesMs: samples?.map((seconds) => seconds * MS_PER_SECOND),
      tokens: tokensPerSecond === undefined ? undefined : { outputTokensPerSecond: tokensPerSecond },
      valid: true,
      problems: [],
      details: presentGroup({ loadMs: onceMs(report, ['load_model', 'load']), firstRunMs: onceMs(report, [`first_${name}`]), energyKwh: target.child('energy')?.figure('total') }),
    }),
  ]
}

const onceMs = (report: Fields, names: readonly string[]) =>
  scaled(
    names.map((name) => report.child(name)?.child('latency')?.figure('mean')).find((mean) => mean !== undefined),
    MS_PER_SECOND,
  )

/** `benchmark.json` holds the report and the configuration, `benchmark_report.json` the report alone. */
const reportIn = (document: unknown): unknown => member(document, 'report') ?? document

export const optimumBenchmark: Importer = {
  id: 'optimum-benchmark',
  title: 'Optimum-Benchmark',
  files: ['benchmark.json', 'benchmark_report.json'],
  url: 'https://github.com/huggingface/optimum-benchmark',
  takes:
    'Latency, throughput and memory of forward, prefill, per_token, decode, generate, call and train, with every sample; load time and first run as details. benchmark.json says what was measured; benchmark_report.json does not: give model_name and hardware_platform.',
  detect: ({ documents: [document, ...more] }) => more.length === 0 && Object.keys(WORKLOADS).some((target) => member(reportIn(document), target, 'latency', 'mean') !== undefined),
  read({ name, documents }, defaults) {
    const root = new Fields(documents[0], name)
    const config = root.child('config')
    const report = root.child('report') ?? root
    const warnings: string[] = []
    const { batchSize = impliedBatch(report), hardwarePlatform = defaults.hardwarePlatform, ...rest } = configurationOf(config)
    const known = { ...rest, ...present({ batchSize, hardwarePlatform }) }
    const measurements = Object.keys(WORKLOADS).flatMap((target) => measurementOf(target, report, known, warnings))
    return present({ measurements, warnings, version: config?.child('environment')?.text('optimum_benchmark_version') })
  },
}
