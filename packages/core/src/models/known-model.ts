import { shownValue } from '../graph/index.ts'
import { modelNamed } from './catalogue.ts'
import { readConfig } from './config-reader.ts'
import { type Costed, costByFigures, costByGraph } from './cost.ts'
import { familyOfMeasured, longestOf, measuredFamilyOf, readsOf } from './kinds.ts'
import { type MeasuredArchitecture, measuredArchitecture, measuredNamed } from './measured-architectures.ts'
import type { ModelSpec, ModelUnit, PublishedCost } from './model.ts'
import { representativeOf } from './name-words.ts'
import { type NameCandidate, nameCandidates } from './names.ts'
import { costAt } from './published-cost.ts'
import { isStorageWord } from './quantised-name.ts'
import type { ResolvedModel } from './resolved-model.ts'
import { shownCount } from './shown-count.ts'

/** The catalogue's model or the measured architecture of a name, or of a form of it with the same graph. A language model of the catalogue comes before a measured one: it has a graph. */
export function knownModel(modelName: string): ResolvedModel | undefined {
  const candidates = nameCandidates(modelName)
  const first = (find: (name: string) => ResolvedModel | undefined): ResolvedModel | undefined => {
    for (const candidate of candidates) {
      const found = find(candidate.name)
      if (found !== undefined) return named(found, modelName, candidate)
    }
    return undefined
  }
  return first((name) => inCatalogue(name) ?? ofUnit('sample', amongMeasured(name))) ?? first(amongMeasured)
}

const ofUnit = (unit: ModelUnit, model: ResolvedModel | undefined): ResolvedModel | undefined => (model?.unit === unit ? model : undefined)

export function inCatalogue(name: string): ResolvedModel | undefined {
  const spec = modelNamed(name)
  return spec && ofSpec(spec)
}

export function amongMeasured(name: string): ResolvedModel | undefined {
  const measured = measuredNamed(name)
  return measured && ofMeasured(measured)
}

function named(model: ResolvedModel, modelName: string, { name, ignored, imageSize }: NameCandidate): ResolvedModel {
  const neutral = ignored.filter((word) => !isStorageWord(word))
  const left = neutral.length === 0 ? '' : ` ${neutral.map(shownValue).join(', ')} in the name ${neutral.length === 1 ? 'does' : 'do'} not change what it computes.`
  const explanation = `${shownValue(modelName)} is ${model.explanation}${left}`
  if (imageSize !== undefined) return { ...atImageSize(model, imageSize), explanation }
  const catalogueId = ignored.length === 0 ? modelNamed(name)?.id : undefined
  return { ...model, explanation, ...(catalogueId !== undefined && { catalogueId }) }
}

/** The model with another image size than its usual one, where the caller gives none. */
function atImageSize(model: ResolvedModel, imageSize: number): ResolvedModel {
  return { ...model, inputSize: imageSize, costs: (query) => model.costs({ ...query, imageSize: query.imageSize ?? imageSize }) }
}

const specs = new Map<ModelSpec, ResolvedModel>()

/** A model of the catalogue; its architecture is read once. */
export function ofSpec(spec: ModelSpec): ResolvedModel {
  const found = specs.get(spec)
  if (found !== undefined) return found
  const { id, architecture, family, unit, inputSize, parameters, activeParameters = parameters, config, published = [] } = spec
  const costed: Costed = { unit, inputSize, parameters, activeParameters, reads: readsOf(family) }
  const graph = config && readConfig(config)
  const model: ResolvedModel = {
    source: 'exact',
    family,
    unit,
    parameters,
    activeParameters,
    architecture,
    measuredFamily: measuredArchitecture(architecture)?.family ?? measuredFamilyOf(family, config),
    inputSize,
    explanation: `${id} of the catalogue with ${shownCount(parameters)} parameters.`,
    ...(graph && { graph, ...longestOf(graph) }),
    costs: graph === undefined ? byFigures(published, costed) : (query) => costByGraph(graph, costed, query),
  }
  specs.set(spec, model)
  return model
}

/** Cost by published figures of an item: of a token the same for any length, of a text in proportion, of an image with its area. */
function byFigures(published: readonly PublishedCost[], costed: Costed): ResolvedModel['costs'] {
  const { reads, unit, inputSize } = costed
  const growth = reads === 'pixels' ? 2 : reads === 'tokens' && unit === 'sample' ? 1 : 0
  return (query) => {
    const size = (reads === 'pixels' ? query.imageSize : reads === 'tokens' ? query.sequenceLength : undefined) ?? inputSize
    return costByFigures(costAt(published as readonly [PublishedCost], size, { growth, unit }), costed, query)
  }
}

function ofMeasured({ architecture, family: measuredFamily, unit, parameters: published, costs, imageSize }: MeasuredArchitecture): ResolvedModel | undefined {
  if (costs.length === 0) return undefined
  const family = familyOfMeasured(measuredFamily)
  const usual = costs.findLast(({ inputSize }) => inputSize <= 256) ?? costs[0]!
  const inputSize = imageSize ?? (usual.inputSize || representativeOf(family).inputSize)
  const isToken = unit === 'token'
  const parameters = published ?? (isToken ? usual.macs : representativeOf(family).parameters)
  const costed: Costed = { unit: isToken ? 'token' : 'sample', inputSize, parameters, activeParameters: isToken ? usual.macs : parameters, reads: readsOf(family) }
  return {
    source: 'exact',
    family,
    unit: costed.unit,
    parameters,
    activeParameters: costed.activeParameters,
    architecture,
    measuredFamily,
    inputSize,
    explanation: `the measured architecture ${architecture} with ${shownCount(parameters)} parameters.`,
    costs: byFigures(costs, costed),
  }
}
