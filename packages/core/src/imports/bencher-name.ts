import { present, shortText } from './fields.ts'
import type { Configuration, ImportedMeasurement } from './measurement.ts'
import { modeNamed, platformNamed, precisionNamed } from './naming.ts'

/** Members of a benchmark's name, by the field they carry. */
const MEMBERS = {
  hardware_platform: 'hardwarePlatform',
  device: 'device',
  framework: 'framework',
  batch_size: 'batchSize',
  sequence_length: 'sequenceLength',
  precision: 'precision',
  mode: 'mode',
  workload: 'workload',
} as const satisfies Record<string, keyof ImportedMeasurement>

/**
 * The name a measurement has as a Bencher benchmark: its configuration in the form of a query, so that it can be read back.
 *
 * @example bencherName(measurement) // 'bert-base-uncased?hardware_platform=cuda&batch_size=8'
 */
export function bencherName(measurement: ImportedMeasurement): string {
  const members = Object.entries(MEMBERS).flatMap(([name, field]) => (measurement[field] === undefined ? [] : [`${name}=${encode(String(measurement[field]))}`]))
  return `${encode(measurement.modelName ?? measurement.name)}?${members.join('&')}`
}

/** Everything that would end a part is escaped; slashes and spaces stay readable. */
const encode = (text: string) => encodeURIComponent(text.toWellFormed()).replaceAll('%2F', '/').replaceAll('%20', ' ')

/** The configuration in a name that {@link bencherName} wrote; undefined for every other name. `run` tells equal configurations apart. */
export function configurationInName(name: string): (Configuration & { readonly workload?: string }) | undefined {
  const [model, query, ...rest] = name.split('?')
  if (model === undefined || query === undefined || rest.length > 0) return undefined
  const members = new Map(query.split('&').map((part) => part.split('=', 2) as [string, string]))
  const known = [...members.keys()].every((key) => key === 'run' || Object.hasOwn(MEMBERS, key))
  const text = (key: string) => decode(members.get(key))
  const hardwarePlatform = platformNamed(text('hardware_platform'))
  const modelName = decode(model)
  if (!known || hardwarePlatform === undefined || !modelName) return undefined
  return present({
    modelName,
    hardwarePlatform,
    device: text('device'),
    framework: text('framework'),
    batchSize: count(text('batch_size')),
    sequenceLength: count(text('sequence_length')),
    precision: precisionNamed(text('precision')).precision,
    mode: modeNamed(text('mode')),
    workload: text('workload'),
  })
}

const count = (text: string | undefined) => (text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined)

function decode(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : shortText(decodeURIComponent(text))
  } catch {
    return undefined
  }
}
