import type { Endpoints } from '@benchcast/core/api'
import { deviceNamed, type Platform } from '@benchcast/core/hardware'
import { suggestMeasurements as suggest } from '@benchcast/core/predict'
import type { Store } from '../storage/store.ts'
import type { Handler } from './handler.ts'

/** Models that are suggested for when the caller names none: those last heard of, else well-known ones. */
const SUGGESTED_MODELS = 5
const WELL_KNOWN = ['bert-base-uncased', 'gpt2', 'vit-base-patch16-224', 'resnet50', 'whisper-tiny']
const USUAL_PLATFORMS: readonly Platform[] = ['cpu', 'cuda']

/** Where a caller who names no platform measures: on the usual platform of the device, if one is named. */
const platformsFor = (device: string | undefined): readonly Platform[] => (device === undefined ? USUAL_PLATFORMS : deviceNamed(device).device.platforms.slice(0, 1))

export const suggestMeasurements: Handler<Endpoints['suggestMeasurements']> = async ({ query, services: { predictions, store } }) => {
  const { limit, models = await recentModels(store), device, hardware: platforms = platformsFor(device), sequence_length: sequenceLength, mode } = query
  const devices = device === undefined ? {} : Object.fromEntries(platforms.map((platform) => [platform, device]))
  const { suggestions, explanation } = suggest(await predictions.predictor(), { models, platforms, devices, limit, sequenceLength, mode })
  return {
    count: suggestions.length,
    suggestions: suggestions.map(({ request, device: { name }, deviceAssumed, varianceReduction, currentWidth, reason }) => ({
      model_name: request.modelName,
      hardware_platform: request.platform,
      device: name,
      device_assumed: deviceAssumed,
      batch_size: request.batchSize,
      sequence_length: request.sequenceLength,
      precision: request.precision,
      mode: request.mode,
      variance_reduction: varianceReduction,
      current_width: currentWidth,
      reason,
    })),
    explanation,
  }
}

async function recentModels(store: Store): Promise<readonly string[]> {
  const known = await store.modelStatistics()
  return known.length === 0 ? WELL_KNOWN : known.slice(0, SUGGESTED_MODELS).map(({ model_name }) => model_name)
}

export const getPredictiveStatistics: Handler<Endpoints['getPredictiveStatistics']> = async ({ services: { store } }) => [...(await store.modelStatistics())]
