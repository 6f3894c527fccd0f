import { type Architecture, shownValue } from '../graph/index.ts'
import { modelNamed } from './catalogue.ts'
import { readConfig } from './config-reader.ts'
import { type Costed, type CostQuery, costByFigures, costByGraph, idleParameters, type ModelCost, parametersOf } from './cost.ts'
import { familyOfArchitecture, familyOfMeasured, measuredFamilyOf, readsOf } from './kinds.ts'
import { type MeasuredArchitecture, measuredArchitecture, measuredNamed } from './measured-architectures.ts'
import type { HubConfig, ModelSpec, ModelUnit, PublishedCost } from './model.ts'
import { representative, representativeOf, wordsOf } from './name-words.ts'
import { type NameCandidate, nameCandidates, normaliseName } from './names.ts'
import { costAt } from './published-cost.ts'
import { RecentlyUsed } from './recently-used.ts'
import type { ModelQuestion, ResolvedModel } from './resolved-model.ts'
import { byFactor, type Factor } from './scaled-cost.ts'
import { siblingOf } from './sibling.ts'

const answers = new RecentlyUsed<ResolvedModel>(1024)

/**
 * Finds out what a model costs from whatever is known of it: its configuration, its name in the catalogue or among measured architectures, costs the caller gives, or the family
 * and size in its name. Never fails for a name; throws `invalid_model` for a configuration that cannot be read.
 *
 * @example
 * const { source, costs } = resolveModel({ modelName: 'bert-base-uncased' }) // source: 'exact'
 * costs({ batchSize: 8, sequenceLength: 128 }).macs // 8.94e10
 */
export function resolveModel(question: ModelQuestion): ResolvedModel {
  if (question.modelConfig !== undefined) return fromConfig(question, question.modelConfig)
  const { modelName, modelFamily = '', parameters = '', flops = '' } = question
  return answers.get(JSON.stringify([modelName.slice(0, 200), modelFamily.slice(0, 64), parameters, flops]), () => withFigures(question, fromName(question)))
}

function fromConfig({ modelName, parameters }: ModelQuestion, config: Readonly<Record<string, unknown>>): ResolvedModel {
  const { assumption, ...architecture } = readConfig(config)
  const known = exactly(modelName)
  const kind = familyOfArchitecture(architecture)
  const own = parametersOf(architecture)
  const activeParameters = own - idleParameters(architecture)
  const costed: Costed = { ...kind, reads: readsOf(kind.family), parameters: own, activeParameters }
  const model: ResolvedModel = {
    source: 'config',
    ...kind,
    parameters: own,
    activeParameters,
    ...(known?.architecture !== undefined && { architecture: known.architecture }),
    measuredFamily: known?.measuredFamily ?? measuredFamilyOf(kind.family, config as HubConfig),
    explanation: `The posted configuration describes a ${shownValue(config.model_type ?? 'model')} model with ${shownCount(own)} parameters.${assumption === undefined ? '' : ` ${assumption}`}`,
    costs: (query) => costByGraph(architecture, costed, query),
  }
  return parameters === undefined || Math.abs(parameters / own - 1) < 0.02 ? model : { ...model, explanation: `${model.explanation} The ${shownCount(parameters)} given are not used.` }
}

function fromName(question: ModelQuestion): ResolvedModel {
  return exactly(question.modelName) ?? byPrefix(question) ?? byWords(question)
}

/** The catalogue's model or the measured architecture of a name, or of a form of it with the same graph. A language model of the catalogue comes before a measured one: it has a graph. */
function exactly(modelName: string): ResolvedModel | undefined {
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

function inCatalogue(name: string): ResolvedModel | undefined {
  const spec = modelNamed(name)
  return spec && ofSpec(spec)
}

function amongMeasured(name: string): ResolvedModel | undefined {
  const measured = measuredNamed(name)
  return measured && ofMeasured(measured)
}

function named(model: ResolvedModel, modelName: string, { ignored, imageSize }: NameCandidate): ResolvedModel {
  const left = ignored.length === 0 ? '' : ` ${ignored.map(shownValue).join(', ')} in the name ${ignored.length === 1 ? 'does' : 'do'} not change what it computes.`
  const explanation = `${shownValue(modelName)} is ${model.explanation}${left}`
  return imageSize === undefined ? { ...model, explanation } : { ...atImageSize(model, imageSize), explanation }
}

/** The model with another image size than its usual one, where the caller gives none. */
function atImageSize(model: ResolvedModel, imageSize: number): ResolvedModel {
  return { ...model, inputSize: imageSize, costs: (query) => model.costs({ ...query, imageSize: query.imageSize ?? imageSize }) }
}

const specs = new Map<ModelSpec, ResolvedModel>()

/** A model of the catalogue; its architecture is read once. */
function ofSpec(spec: ModelSpec): ResolvedModel {
  const found = specs.get(spec)
  if (found !== undefined) return found
  const { id, architecture, family, unit, inputSize, parameters, activeParameters = parameters, config } = spec
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
    costs: costsOf(spec),
  }
  specs.set(spec, model)
  return model
}

function costsOf(spec: ModelSpec): (query: CostQuery) => ModelCost {
  const { config, published = [], inputSize, unit, parameters, activeParameters = parameters } = spec
  const costed: Costed = { unit, inputSize, parameters, activeParameters, reads: readsOf(spec.family) }
  if (config === undefined) return byFigures(published, costed)
  let architecture: Architecture | undefined
  return (query) => {
    architecture ??= readConfig(config)
    return costByGraph(architecture, costed, query)
  }
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

/** A known name that an unknown one begins with: `vit-base-patch16-something`. Sizes in the name that it does not share rule it out. */
function byPrefix({ modelName, parameters = wordsOf(normaliseName(modelName)).parameters }: ModelQuestion): ResolvedModel | undefined {
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

/** A relative of a known model by the words and sizes of its name, else by the family the caller gives, else BERT base. */
function byWords({ modelName, modelFamily, parameters: given }: ModelQuestion): ResolvedModel {
  const name = normaliseName(modelName)
  const words = wordsOf(name)
  const parameters = given ?? words.parameters
  const found = representative(name) ?? (parameters !== undefined && parameters >= LANGUAGE_MODEL_SIZE && modelFamily === undefined ? representativeOf('llm') : undefined)
  const sibling = found === undefined && parameters === undefined ? representativeOf(modelFamily) : siblingOf(name, found ?? representativeOf(modelFamily), parameters)
  const scaled = scaledTo(ofSpec(sibling), parameters, words.activeParameters)
  const size = parameters === undefined ? '' : `, scaled to ${shownCount(parameters)} parameters`
  const isGuess = found === undefined && (modelFamily ?? '') === ''
  const reason = found !== undefined ? 'by the words of its name' : isGuess ? 'with nothing else to go by' : `for the family ${shownValue(modelFamily)}`
  const remedy = 'Give model_config, or parameters and flops, for its own figures.'
  const explanation = `${shownValue(modelName)} is not in the catalogue: ${reason} it is taken for a model like ${sibling.id}${size}. ${remedy}`
  return { ...scaled, source: found === undefined ? 'default' : 'family', explanation }
}

/** The same kind of model with other parameters: work grows in proportion, activations with the power 2/3, layers with the power 1/3. */
function scaledTo(model: ResolvedModel, parameters = model.parameters, activeParameters?: number): ResolvedModel {
  const factor: Factor = { size: parameters / model.parameters, work: activeParameters === undefined ? parameters / model.parameters : activeParameters / model.activeParameters }
  if (factor.size === 1 && factor.work === 1) return model
  const { architecture: _, ...rest } = model
  return { ...rest, parameters, activeParameters: activeParameters ?? model.activeParameters * factor.size, costs: (query) => byFactor(model.costs(query), factor) }
}

/** Costs the caller gives replace what was found out. */
function withFigures({ modelName, parameters, flops }: ModelQuestion, model: ResolvedModel): ResolvedModel {
  if (flops !== undefined) return withFlops(modelName, model, flops, parameters ?? model.parameters)
  if (parameters === undefined || Math.abs(parameters / model.parameters - 1) < 0.05) return model
  const scaled = scaledTo(model, parameters)
  return { ...scaled, source: 'costs', explanation: `${model.explanation} Its figures are scaled to the ${shownCount(parameters)} parameters given.` }
}

function withFlops(modelName: string, model: ResolvedModel, flops: number, parameters: number): ResolvedModel {
  const given = { unit: model.unit, inputSize: model.inputSize, parameters, activeParameters: Math.min(parameters, flops / 2), reads: readsOf(model.family) } as const
  const usual = model.costs({ batchSize: 1 })
  const item = { inputSize: model.inputSize, macs: flops / 2, activations: (usual.activations / usual.items) * (flops / 2 / (usual.macs / usual.items)) ** (2 / 3) }
  const explanation = `Costs of ${shownValue(modelName)} are the caller's: ${shownCount(parameters)} parameters and ${shownCount(flops)} operations an item; the rest is estimated for the family ${model.family}.`
  return {
    ...model,
    source: 'costs',
    parameters,
    activeParameters: parameters,
    explanation,
    costs: (query) => ({ ...costByFigures(item, given, query), layers: usual.layers, kernels: usual.kernels }),
  }
}

/** 109 M. */
function shownCount(count: number): string {
  const [unit, factor] = count >= 1e12 ? ['T', 1e12] : count >= 1e9 ? ['B', 1e9] : count >= 1e6 ? ['M', 1e6] : ['k', 1e3]
  return `${Number((count / factor).toPrecision(3))} ${unit}`
}
