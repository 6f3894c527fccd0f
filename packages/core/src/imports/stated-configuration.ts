import { type Fields, present, shortText } from './fields.ts'
import type { Configuration } from './measurement.ts'
import { modeNamed, platformNamed, precisionNamed } from './naming.ts'

/** Names under which people state a configuration in the parameters of a benchmark. */
const NAMES = {
  modelName: ['model_name', 'model', 'model_id'],
  hardwarePlatform: ['hardware_platform', 'hardware', 'platform'],
  device: ['device_name', 'device'],
  framework: ['framework', 'runtime'],
  batchSize: ['batch_size', 'batch'],
  sequenceLength: ['sequence_length', 'seq_len', 'seq_length'],
  precision: ['precision', 'dtype'],
  mode: ['mode'],
} as const satisfies Record<keyof Configuration, readonly string[]>

const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? shortText(String(value)) : undefined)
const count = (value: unknown) => {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 1 ? number : undefined
}

/**
 * The configuration that free parameters of a benchmark state under usual names (`model_name`, `batch_size`, `dtype` ...). Parameters of other names,
 * and values that make no sense, state nothing.
 */
export function statedConfiguration(parameters: Fields | undefined): Configuration {
  const value = (field: keyof Configuration) => NAMES[field].map((name) => parameters?.raw(name)).find((found) => found !== undefined)
  const device = text(value('device'))
  return present({
    modelName: text(value('modelName')),
    hardwarePlatform: platformNamed(text(value('hardwarePlatform'))) ?? platformNamed(device),
    device: platformNamed(device) === undefined ? device : undefined,
    framework: text(value('framework')),
    batchSize: count(value('batchSize')),
    sequenceLength: count(value('sequenceLength')),
    precision: precisionNamed(text(value('precision'))).precision,
    mode: modeNamed(text(value('mode'))),
  })
}
