import type { RunSpeedBenchmarkRequest } from '@benchcast/core/api'
import type { Platform } from '@benchcast/core/hardware'
import { resolveModel } from '@benchcast/core/models'
import type { z } from 'zod'
import { isUserModel } from './user-model.ts'

/** A run as it is stored: what was asked for, with the models that the priority chose. */
export type SpeedBenchmark = Omit<z.output<typeof RunSpeedBenchmarkRequest>, 'models'> & { readonly models: readonly string[]; readonly batch_id?: string }

/** What of a run says how each of its configurations is measured. */
export type HowMeasured = Pick<SpeedBenchmark, 'profile' | 'scenario' | 'threads' | 'image_size' | 'max_seconds'> & Partial<Pick<SpeedBenchmark, 'browser' | 'phase'>>

/** One model in one size on one platform, in the words of the wire. */
export interface Configuration {
  readonly model_name: string
  readonly hardware: Platform
  readonly batch_size: number
  readonly sequence_length: number
  readonly image_size: number | undefined
  readonly precision: string
  readonly mode: 'inference' | 'training'
}

/** Every configuration of a run in the order they are measured, model by model; in progressive mode small models and small batches come first. */
export function configurationsOf({ models, hardware, batch_sizes, progressive_mode, sequence_length, image_size, precision, mode }: SpeedBenchmark): readonly Configuration[] {
  const [names, sizes] = progressive_mode ? [models.toSorted(bySize), batch_sizes.toSorted((a, b) => a - b)] : [models, batch_sizes]
  return names.flatMap((model_name) =>
    hardware.flatMap((platform) => sizes.map((batch_size) => ({ model_name, hardware: platform, batch_size, sequence_length, image_size: image_size ?? undefined, precision, mode }))),
  )
}

/** A file is opened when its turn comes: until then its size is not known. */
const parametersOf = (modelName: string): number => (isUserModel(modelName) ? 0 : resolveModel({ modelName }).parameters)
const bySize = (a: string, b: string): number => parametersOf(a) - parametersOf(b)

type Size = Pick<SpeedBenchmark, 'models' | 'hardware' | 'batch_sizes'>

const perModel = ({ hardware, batch_sizes }: Size): number => hardware.length * batch_sizes.length

export const configurationCount = (run: Size): number => run.models.length * perModel(run)

/** Models of which every configuration is done, at a progress from 0 to 1 over all of them. */
export const completedModels = (run: Size, progress: number): number => Math.floor((Math.floor(progress * configurationCount(run) + ROUNDING) + ROUNDING) / perModel(run))

/** What a fraction of a count may be off by. */
const ROUNDING = 1e-6

/** A configuration as a person reads it. */
export const shownConfiguration = ({ model_name, hardware, batch_size }: Pick<Configuration, 'model_name' | 'hardware' | 'batch_size'>): string =>
  `${model_name} on ${hardware} at batch size ${batch_size}`
