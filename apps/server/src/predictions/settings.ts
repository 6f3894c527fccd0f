import { createHash } from 'node:crypto'
import type { PredictionRequest } from '@benchcast/core/predict'
import type { Setting } from '../storage/record-query.ts'

type Facts = NonNullable<Setting['configuration']>

/** Object keys in one order, so that the same configuration is the same text however it was written. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  )

/** A configuration of a model can be large: what is kept of it tells it from others. */
const digestOf = (config: object): string => createHash('sha256').update(canonical(config)).digest('hex').slice(0, 32)

/**
 * What a request says of its configuration besides the columns of a row, as predictions keep it.
 *
 * @example
 * factsOf({ ...bert, framework: 'pytorch-2.4' }) // { framework: 'pytorch-2.4' }
 */
export const factsOf = ({ framework, imageSize, parameters, flops, modelConfig }: PredictionRequest): Facts => ({
  ...(framework !== undefined && { framework }),
  ...(imageSize !== undefined && { image_size: imageSize }),
  ...(parameters !== undefined && { parameters }),
  ...(flops !== undefined && { flops }),
  ...(modelConfig !== undefined && { model_config: digestOf(modelConfig) }),
})

/**
 * The settings in which a prediction is one of what was measured, the best first: on this device of these facts, or without a runtime where one is named, since a prediction that names none
 * takes the usual one. Predictions that keep no facts, or no device, match where nothing they keep says otherwise.
 */
export function settingsOf(request: PredictionRequest, device: string): readonly Setting[] {
  const { framework, ...others } = factsOf(request)
  const named = framework === undefined ? [] : [{ device, configuration: { framework, ...others } }]
  return [...named, { device, configuration: others }, { device }, {}]
}
