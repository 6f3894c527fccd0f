import { BenchcastError } from '../errors.ts'
import { shownValue } from '../graph/index.ts'
import { readConfig } from './config-reader.ts'
import { type Costed, costByFigures, costByGraph, idleParameters, parametersOf } from './cost.ts'
import { familyOfArchitecture, longestOf, measuredFamilyOf, readsOf } from './kinds.ts'
import { knownModel } from './known-model.ts'
import type { HubConfig } from './model.ts'
import { RecentlyUsed } from './recently-used.ts'
import { byPrefix, byWords, scaledTo } from './relative-model.ts'
import type { ModelQuestion, ResolvedModel } from './resolved-model.ts'
import { shownCount } from './shown-count.ts'

const answers = new RecentlyUsed<ResolvedModel>(1024)

/**
 * Finds out what a model costs from whatever is known of it: its configuration, its name in the catalogue or among measured architectures, costs the caller gives, or the family
 * and size in its name. Never fails for a name; throws `invalid_model` for a configuration that cannot be read and for costs that are not above zero.
 *
 * @example
 * const { source, costs } = resolveModel({ modelName: 'bert-base-uncased' }) // source: 'exact'
 * costs({ batchSize: 8, sequenceLength: 128 }).macs // 8.94e10
 */
export function resolveModel(question: ModelQuestion): ResolvedModel {
  checkPositive('parameters', question.parameters)
  checkPositive('flops', question.flops)
  const { modelName, modelFamily = '', modelConfig, parameters = '', flops = '' } = question
  const key = JSON.stringify([modelName.slice(0, 200), modelFamily.slice(0, 64), parameters, flops, modelConfig])
  const answer = () => (modelConfig === undefined ? withFigures(question, fromName(question)) : fromConfig(question, modelConfig))
  return key.length > LONGEST_KEY ? answer() : answers.get(key, answer)
}

/** Longer questions (a configuration with much beside what is read) are answered afresh, so that nobody fills the memory with them. */
const LONGEST_KEY = 8192

function checkPositive(name: string, value: number | undefined): void {
  if (value !== undefined && !(value > 0 && value < MOST)) throw new BenchcastError('invalid_model', `${name} is ${shownValue(value)}: give a number above 0 and below ${MOST}.`)
}

/** Beyond any model, as parameters and as operations of one item. */
const MOST = 1e24

function fromConfig({ modelName, parameters }: ModelQuestion, config: Readonly<Record<string, unknown>>): ResolvedModel {
  const { assumption, isGuess = false, ...architecture } = readConfig(config)
  const kind = familyOfArchitecture(architecture)
  const own = parametersOf(architecture)
  const activeParameters = own - idleParameters(architecture)
  const known = alike(knownModel(modelName), own)
  const costed: Costed = { ...kind, reads: readsOf(kind.family), parameters: own, activeParameters }
  const model: ResolvedModel = {
    source: isGuess ? 'family' : 'config',
    ...kind,
    parameters: own,
    activeParameters,
    ...(known?.architecture !== undefined && { architecture: known.architecture }),
    graph: architecture,
    ...longestOf(architecture),
    measuredFamily: known?.measuredFamily ?? measuredFamilyOf(kind.family, config as HubConfig),
    explanation: `The posted configuration describes a ${shownValue(config.model_type || (config._class_name ?? 'model'))} model with ${shownCount(own)} parameters.${assumption === undefined ? '' : ` ${assumption}`}`,
    costs: (query) => costByGraph(architecture, costed, query),
  }
  return parameters === undefined || Math.abs(parameters / own - 1) < 0.02 ? model : { ...model, explanation: `${model.explanation} The ${shownCount(parameters)} given are not used.` }
}

/** The known model of the same name, unless the configuration makes another of it. */
const alike = (known: ResolvedModel | undefined, parameters: number) => (known !== undefined && Math.abs(known.parameters / parameters - 1) < 0.02 ? known : undefined)

function fromName(question: ModelQuestion): ResolvedModel {
  return knownModel(question.modelName) ?? byPrefix(question) ?? byWords(question)
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
  const { catalogueId: _, ...alike } = model
  return {
    ...alike,
    source: 'costs',
    parameters,
    activeParameters: parameters,
    explanation,
    costs: (query) => ({ ...costByFigures(item, given, query), layers: usual.layers, kernels: usual.kernels }),
  }
}
