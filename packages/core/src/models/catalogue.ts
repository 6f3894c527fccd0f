import { AUDIO } from './families/audio.ts'
import { DECODERS } from './families/decoders.ts'
import { DECODERS_BY_FIGURES } from './families/decoders-by-figures.ts'
import { DIFFUSION } from './families/diffusion.ts'
import { ENCODERS } from './families/encoders.ts'
import { MEASURED } from './families/measured.ts'
import { MULTIMODAL } from './families/multimodal.ts'
import { OWN_STYLE_DECODERS } from './families/own-style-decoders.ts'
import { PUBLISHED } from './families/published.ts'
import { SEQ2SEQ } from './families/seq2seq.ts'
import { VISION } from './families/vision.ts'
import type { ModelSpec } from './model.ts'
import { joined, normaliseName } from './names.ts'

/**
 * Every known model. One more is one line in a file of `families/`.
 *
 * @example
 * MODELS.find(({ id }) => id === 'google-bert/bert-base-uncased')?.parameters // 109_480_000
 */
export const MODELS: readonly ModelSpec[] = [
  ...ENCODERS,
  ...DECODERS,
  ...OWN_STYLE_DECODERS,
  ...DECODERS_BY_FIGURES,
  ...SEQ2SEQ,
  ...VISION,
  ...MEASURED,
  ...MULTIMODAL,
  ...AUDIO,
  ...DIFFUSION,
  ...PUBLISHED,
]

/** Ids and aliases, and ids without their organisation, in one spelling; an id wins over an alias, an earlier model over a later one. */
const byName = new Map<string, ModelSpec>()
for (const model of MODELS) setFirst(model.id, model)
for (const model of MODELS) for (const alias of model.aliases) setFirst(alias, model)
for (const model of MODELS) setFirst(model.id.slice(model.id.indexOf('/') + 1), model)
for (const [key, model] of byName) setFirst(joined(key), model)

function setFirst(name: string, model: ModelSpec): void {
  const key = normaliseName(name)
  if (!byName.has(key)) byName.set(key, model)
}

/** The model of a name in one spelling (`normaliseName`), or undefined. */
export const modelNamed = (normalisedName: string): ModelSpec | undefined => byName.get(normalisedName)
