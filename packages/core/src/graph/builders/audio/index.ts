import { speechEncoder } from './speech-encoder.ts'
import { whisper } from './whisper.ts'

/** Makers of graphs of speech models, by id. */
export const AUDIO_BUILDERS = { speech_encoder: speechEncoder, whisper } as const
