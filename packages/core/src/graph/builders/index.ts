import { AUDIO_BUILDERS } from './audio/index.ts'
import { decoder } from './decoder.ts'
import { DIFFUSION_BUILDERS } from './diffusion/index.ts'
import { encoder } from './encoder.ts'
import { encoderDecoder } from './encoder-decoder.ts'
import type { ModelBuilder } from './model-builder.ts'
import { VISION_BUILDERS } from './vision/index.ts'

/** Makers of graphs, one a family of architectures, by id. */
export const BUILDERS = { encoder, decoder, encoder_decoder: encoderDecoder, ...VISION_BUILDERS, ...AUDIO_BUILDERS, ...DIFFUSION_BUILDERS } as const satisfies Record<string, ModelBuilder<never>>

export type BuilderId = keyof typeof BUILDERS

/** Configuration of the family `Id`. */
export type ConfigOf<Id extends BuilderId> = (typeof BUILDERS)[Id] extends ModelBuilder<infer Config> ? Config : never

/** A family with a configuration of it: all that is needed to make a graph for any size. */
export type Architecture = { readonly [Id in BuilderId]: { readonly builder: Id; readonly config: ConfigOf<Id> } }[BuilderId]
