import type { Platform } from '../hardware/hardware.ts'
import { Fields, present, presentGroup } from './fields.ts'
import type { Importer } from './importer.ts'
import type { ImportedMeasurement } from './measurement.ts'
import { precisionNamed } from './naming.ts'
import { readYaml } from './read-yaml.ts'

/** The processor most layers ran on. There is no platform for a phone's graphics part: what ran there is left out. */
const PLATFORM_OF_UNIT: Readonly<Record<string, Platform>> = { NPU: 'qnn', CPU: 'cpu' }

/** Where a profile stands in the file. */
interface Place {
  readonly precision: string
  readonly component: string
  readonly device: string
  readonly runtime: string
}

type Outcome = ImportedMeasurement | { readonly leftOut: string }

/** `tflite-2.17.0`; runtimes without a version of their own have that of the Qualcomm SDK. */
function frameworkOf(runtime: string, profile: Fields): string {
  const versions = profile.child('tool_versions')
  const version = versions?.text(runtime) ?? (runtime.includes('onnx') ? versions?.text('onnx_runtime') : undefined) ?? versions?.text('qairt')
  return version === undefined ? runtime : `${runtime}-${version}`
}

function measurementsOf(profile: Fields, place: Place): Outcome[] {
  const { component, device, runtime, precision } = place
  const name = `${component} ${precision} ${device} ${runtime}`
  const status = profile.text('job_status')
  const common = { modelName: component, device, framework: frameworkOf(runtime, profile), mode: 'inference' as const, valid: true, problems: [] }
  const generations = profile.children('llm_metrics').flatMap((metrics) => generationOf(metrics, name, { ...common, ...precisionNamed(precision) }))
  if (generations.length > 0) return generations
  const latencyMs = profile.figure('inference_time_milliseconds')
  if ((status !== undefined && status !== 'Passed') || latencyMs === undefined) return [{ leftOut: `${name}: ${status ?? 'no result'}` }]
  const unit = profile.text('primary_compute_unit') ?? 'NPU'
  const hardwarePlatform = platformOfUnit(unit)
  if (hardwarePlatform === undefined) return [{ leftOut: `${name}: ran on the ${unit}` }]
  return [
    present({
      ...common,
      name,
      workload: 'forward' as const,
      ...precisionOn(hardwarePlatform, precision),
      hardwarePlatform,
      batchSize: 1,
      latencyMs,
      memoryMb: profile.child('estimated_peak_memory_range_mb')?.figure('max'),
      details: presentGroup({ jobId: profile.text('job_id'), primaryComputeUnit: unit, layers: profile.child('layer_counts')?.figure('total') }),
    }),
  ]
}

/** `float` runs as fp16 on these accelerators; what a processor makes of it the file does not say. */
function precisionOn(platform: Platform, name: string): Pick<ImportedMeasurement, 'precision' | 'reportedPrecision'> {
  if (name !== 'float') return precisionNamed(name)
  return platform === 'qnn' ? { precision: 'fp16' } : { reportedPrecision: name }
}

const platformOfUnit = (unit: string) => (Object.hasOwn(PLATFORM_OF_UNIT, unit) ? PLATFORM_OF_UNIT[unit] : undefined)

/** A language model at one length of context, on the processor it was sent to. */
function generationOf(metrics: Fields, profile: string, common: Pick<ImportedMeasurement, 'valid' | 'problems'>): Outcome[] {
  const outputTokensPerSecond = metrics.figure('tokens_per_second')
  if (outputTokensPerSecond === undefined) return []
  const unit = metrics.text('desired_compute_unit')?.toUpperCase() ?? 'NPU'
  const sequenceLength = metrics.count('context_length')
  const hardwarePlatform = platformOfUnit(unit)
  const name = `${profile} ${unit} ${sequenceLength ?? ''}`.trimEnd()
  if (hardwarePlatform === undefined) return [{ leftOut: `${name}: ran on the ${unit}` }]
  const range = metrics.child('time_to_first_token_range_milliseconds')
  const timeToFirstToken = presentGroup({ minMs: range?.figure('min'), maxMs: range?.figure('max') })
  const details = presentGroup({ prefillTokensPerSecond: metrics.figure('prefill_tokens_per_second') })
  return [present({ ...common, name, workload: 'generation' as const, hardwarePlatform, batchSize: 1, sequenceLength, tokens: present({ outputTokensPerSecond, timeToFirstToken }), details })]
}

/** Every child of a map with its key. */
const entries = (fields: Fields | undefined) => (fields?.keys ?? []).flatMap((key) => (fields!.has(key) ? [[key, fields!.child(key)!] as const] : []))

function outcomes(root: Fields): Outcome[] {
  return entries(root.needed('precisions')).flatMap(([precision, group]) =>
    entries(group.child('components')).flatMap(([component, details]) =>
      entries(details.child('performance_metrics')).flatMap(([device, runtimes]) =>
        entries(runtimes).flatMap(([runtime, profile]) => measurementsOf(profile, { precision, component, device, runtime })),
      ),
    ),
  )
}

const SHOWN = 3

export const qualcommAiHub: Importer = {
  id: 'qualcomm-ai-hub',
  title: 'Qualcomm AI Hub',
  files: ['perf.yaml of a model'],
  url: 'https://github.com/quic/ai-hub-models',
  takes:
    'Inference time of batch 1 and upper end of the estimated peak memory, per precision, component, device and runtime; tokens per second of language models. Jobs that failed, and what ran on the graphics part, are left out with a warning.',
  detect: ({ text, documents }) => documents.length === 0 && /^precisions:/m.test(text) && /^\s+performance_metrics:/m.test(text),
  read({ name, text }) {
    const all = outcomes(new Fields(readYaml(text, name), name))
    const leftOut = all.flatMap((outcome) => ('leftOut' in outcome ? [outcome.leftOut] : []))
    const more = leftOut.length > SHOWN ? ` and ${leftOut.length - SHOWN} more` : ''
    const warnings = leftOut.length === 0 ? [] : [`${name}: left out ${leftOut.length} of ${all.length} profiles (${leftOut.slice(0, SHOWN).join('; ')}${more}).`]
    return { measurements: all.filter((outcome): outcome is ImportedMeasurement => !('leftOut' in outcome)), warnings }
  },
}
