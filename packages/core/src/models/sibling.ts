import { MODELS } from './catalogue.ts'
import type { ModelSpec } from './model.ts'
import { normaliseName } from './names.ts'

/** Words for sizes, in order. */
const SIZE_WORDS = ['nano', 'tiny', 'mini', 'small', 'base', 'medium', 'large', 'xl', 'xxl', 'huge', 'giant']

/**
 * The known model most like an unknown one: of the family of `representative`, the one nearest in parameters when they are known, else the one whose name is most alike in
 * words, words for sizes and numbers, else the representative.
 */
export function siblingOf(name: string, representative: ModelSpec, parameters?: number): ModelSpec {
  const siblings = MODELS.filter((model) => isSibling(model, representative))
  if (parameters !== undefined) return best(siblings, representative, (model) => -Math.abs(Math.log(model.parameters / parameters)))
  const words = parts(name)
  return best(siblings, representative, ({ id }) => likeness(words, parts(normaliseName(id.slice(id.indexOf('/') + 1)))))
}

function isSibling({ family, config, architecture }: ModelSpec, of: ModelSpec): boolean {
  if (family !== of.family) return false
  return of.config ? config?.model_type === of.config.model_type : config === undefined && stem(architecture) === stem(of.architecture)
}

/** Common words, 1 each; words for sizes up to 3, less the further apart they are; the first numbers up to 1. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const common = a.filter((word) => b.includes(word)).length
  return common + 3 * closeness(sizeOf(a), sizeOf(b)) + closeness(numberOf(a), numberOf(b))
}

const closeness = (a: number | undefined, b: number | undefined): number => (a === undefined || b === undefined ? 0 : 1 / (1 + Math.abs(a - b)))

function sizeOf(words: readonly string[]): number | undefined {
  const at = SIZE_WORDS.findIndex((size) => words.includes(size))
  return at < 0 ? undefined : at
}

/** Four times the logarithm of the first number. */
function numberOf(words: readonly string[]): number | undefined {
  const found = words.find((word) => /^\d/.test(word))
  return found === undefined ? undefined : 4 * Math.log(1 + Number(found))
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
