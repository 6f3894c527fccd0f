import { speechEncoder } from './speech-encoder.ts'

/** Makers of graphs of speech models, by id. */
export const AUDIO_BUILDERS = { speech_encoder: speechEncoder } as const
