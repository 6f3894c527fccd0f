import { shownValue } from '../graph/index.ts'
import { amongMeasured, inCatalogue, ofSpec } from './known-model.ts'
import { representative, representativeOf, wordsOf } from './name-words.ts'
import { nameCandidates, normaliseName } from './names.ts'
import type { ModelQuestion, ResolvedModel } from './resolved-model.ts'
import { byFactor, type Factor } from './scaled-cost.ts'
import { shownCount } from './shown-count.ts'
import { siblingOf } from './sibling.ts'

/** A known name that an unknown one begins with: `vit-base-patch16-something`. Sizes in the name that it does not share rule it out. */
export function byPrefix({ modelName, parameters = wordsOf(normaliseName(modelName)).parameters }: ModelQuestion): ResolvedModel | undefined {
  for (const { name } of nameCandidates(modelName)) {
    const words = name.split('-').slice(0, 24)
    for (let count = words.length - 1; count > 1; count--) {
      const beginning = words.slice(0, count).join('-')
      const found = inCatalogue(beginning) ?? amongMeasured(beginning)
      if (found === undefined) continue
      if (parameters !== undefined && Math.abs(Math.log(parameters / found.parameters)) > 0.1) break
      return { ...found, source: 'family', explanation: `${shownValue(modelName)} is not in the catalogue: by the beginning of its name it is taken for ${found.explanation}` }
    }
  }
  return undefined
}

/** Models of this many parameters are language models, if nothing says otherwise. */
const LANGUAGE_MODEL_SIZE = 1e9

/**
 * A relative of a known model by the words and sizes of its name, else by the family the caller gives, else BERT base. It is of no known architecture: measurements of the
 * relative are not its own, nor its own the relative's.
 */
export function byWords({ modelName, modelFamily, parameters: given }: ModelQuestion): ResolvedModel {
  const name = normaliseName(modelName)
  const words = wordsOf(name)
  const parameters = given ?? words.parameters
  const found = representative(name) ?? (parameters !== undefined && parameters >= LANGUAGE_MODEL_SIZE && modelFamily === undefined ? representativeOf('llm') : undefined)
  const sibling = found === undefined && parameters === undefined ? representativeOf(modelFamily) : siblingOf(name, found ?? representativeOf(modelFamily), parameters)
  const { architecture: _, graph: __, ...scaled } = scaledTo(ofSpec(sibling), parameters, words.activeParameters)
  const size = parameters === undefined ? '' : `, scaled to ${shownCount(parameters)} parameters`
  const isGuess = found === undefined && (modelFamily ?? '') === ''
  const reason = found !== undefined ? 'by the words of its name' : isGuess ? 'with nothing else to go by' : `for the family ${shownValue(modelFamily)}`
  const remedy = 'Give model_config, or parameters and flops, for its own figures.'
  const explanation = `${shownValue(modelName)} is not in the catalogue: ${reason} it is taken for a model like ${sibling.id}${size}. ${remedy}`
  return { ...scaled, source: found === undefined ? 'default' : 'family', explanation }
}

/** The same kind of model with other parameters: work grows in proportion, activations with the power 2/3, layers with the power 1/3. */
export function scaledTo(model: ResolvedModel, parameters = model.parameters, activeParameters?: number): ResolvedModel {
  const factor: Factor = { size: parameters / model.parameters, work: activeParameters === undefined ? parameters / model.parameters : activeParameters / model.activeParameters }
  if (factor.size === 1 && factor.work === 1) return model
  const { architecture: _, graph: __, catalogueId: ___, ...rest } = model
  return { ...rest, parameters, activeParameters: activeParameters ?? model.activeParameters * factor.size, costs: (query) => byFactor(model.costs(query), factor) }
}
