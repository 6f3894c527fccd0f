import { MODELS } from './catalogue.ts'
import type { ModelSpec } from './model.ts'
import { normaliseName } from './names.ts'

const SIZE_WORDS = new Set(['nano', 'tiny', 'mini', 'small', 'base', 'medium', 'large', 'xl', 'xxl', 'huge', 'giant'])

/**
 * The known model most like an unknown one: of the architecture family of `representative`, the one nearest in parameters when they are known, else the one whose name has
 * the most words in common, else the representative.
 */
export function siblingOf(name: string, representative: ModelSpec, parameters?: number): ModelSpec {
  const siblings = MODELS.filter(
    ({ family, config, architecture }) =>
      family === representative.family && (representative.config ? config?.model_type === representative.config.model_type : stem(architecture) === stem(representative.architecture)),
  )
  if (parameters !== undefined) return best(siblings, representative, (model) => -Math.abs(Math.log(model.parameters / parameters)))
  const words = new Set(parts(name))
  return best(siblings, representative, ({ id }) => parts(normaliseName(id)).reduce((sum, word) => sum + (words.has(word) ? (SIZE_WORDS.has(word) ? 3 : 1) : 0), 0))
}

function best(models: readonly ModelSpec[], otherwise: ModelSpec, score: (model: ModelSpec) => number): ModelSpec {
  let found = otherwise
  let highest = score(otherwise)
  for (const model of models) {
    const value = score(model)
    if (value > highest) [found, highest] = [model, value]
  }
  return found
}

/** Letters before the first digit or mark: `yolo` of `yolov8n`. */
const stem = (architecture: string): string => /^[a-z]{3,4}/i.exec(architecture.replace(/^ncnn_/, ''))?.[0] ?? architecture

/** Words of a name, letters apart from digits: `b`, `3` of `b3`. */
const parts = (name: string): readonly string[] => name.match(/[a-z]+|\d+(?:\.\d+)?/g) ?? []
