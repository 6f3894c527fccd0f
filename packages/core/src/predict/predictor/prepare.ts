import { formatNote, type HardwareSpec } from '../../hardware/index.ts'
import { type ModelCost, quantisedName, type ResolvedModel, resolveModel } from '../../models/index.ts'
import type { PredictionRequest, Quantity } from '../prediction.ts'
import type { Workload } from '../workload.ts'
import { type FigureBounds, figureBounds } from './figure-bounds.ts'
import { memoryNeed, memoryQuantity } from './memory.ts'
import { physicalLimit } from './physical-limit.ts'
import { PLATFORM_FACTS, type PlatformFacts } from './platforms.ts'
import { type NeedOf, type Shortage, shortageOf, unsupportedReason } from './support.ts'

/** What is estimated for a request. */
export interface Work {
  readonly workload: Workload
  /** Items of the workload in one sample of the request: the tokens of a sequence where the item is a token. */
  readonly itemsPerSample: number
  /** Runtime that was assumed because measurements on the device used it. */
  readonly usualFramework: string | undefined
}

/** A request with its model and device looked up: everything but the throughput. */
export interface Prepared extends Work {
  readonly request: PredictionRequest
  readonly device: HardwareSpec
  readonly model: ResolvedModel
  /** The same batch in a mode; a decoder is trained on, or reads, whole sequences. */
  readonly inMode: (mode: Workload['mode']) => Work
  readonly memoryMb: Quantity
  /** Samples per second that no run exceeds; undefined where the costs were guessed from a name. */
  readonly limit: number | undefined
  /** What the figures of a measurement of it can be. */
  readonly bounds: FigureBounds
  readonly warnings: readonly string[]
  /** Whether the caller has measured this very model. */
  readonly isOwn?: boolean
  /** Why it cannot run there. */
  readonly unsupported: string | undefined
  /** Set where nothing but the memory that was worked out for it says that it cannot run there. */
  readonly shortage: Shortage | undefined
}

/** A workload as measurements of its device describe it, where there are any. */
export type AsMeasured = (workload: Workload) => Workload | undefined

/** Sources of a model whose costs are those of others of its kind. */
export const GUESSED: readonly ResolvedModel['source'][] = ['family', 'default']
/** Where a model comes from that its name alone does not tell apart. */
const GIVEN: ReadonlySet<ResolvedModel['source']> = new Set(['config', 'costs'])

/** Looks up what a request names; `notes` are warnings of the caller's own. */
export function prepare(request: PredictionRequest, device: HardwareSpec, notes: readonly string[], asMeasured: AsMeasured): Prepared {
  const facts = PLATFORM_FACTS[request.platform]
  const model = resolveModel(request)
  const { precision, costs, need } = asRun(request, model)
  const needOf: NeedOf = (changes) => asRun({ ...request, ...changes }, model).need
  const unsupported = unsupportedReason(request, device, model.longestSequence)
  const shortage = unsupported === undefined ? shortageOf(request, device, need, needOf) : undefined
  const inMode = (mode: Workload['mode']) => workIn({ ...request, mode, precision, ...(mode !== request.mode && { phase: 'prefill' }) }, device, model, costs, asMeasured)
  const limit = GUESSED.includes(model.source) ? undefined : physicalLimit({ ...request, precision }, device, costs, model.unit === 'token')
  return {
    request,
    device,
    model,
    ...inMode(request.mode),
    inMode,
    memoryMb: memoryQuantity(request, need),
    limit,
    bounds: figureBounds(limit, device, costs),
    warnings: [...notes, ...costNote(request, model), ...warningsOf(request, precision, facts, device)],
    unsupported: shortage === undefined ? unsupported : `${shortage.figures}: use ${shortage.remedies}`,
    shortage,
  }
}

/** The work of a request, as measurements of its device describe it where there are any. */
function workIn(request: PredictionRequest, device: HardwareSpec, model: ResolvedModel, costs: ModelCost, asMeasured: AsMeasured): Work {
  const facts = PLATFORM_FACTS[request.platform]
  // A training step is measured by its sequences, also of models that are else measured by their tokens.
  const unit = request.mode === 'training' ? 'sample' : model.unit
  const named = request.framework === undefined ? {} : { framework: request.framework }
  const asked: Workload = {
    platform: facts.measuredAs,
    device,
    ...named,
    precision: request.precision,
    mode: request.mode,
    phase: phaseOf(request, model),
    unit,
    batchSize: request.batchSize,
    inputSize: costs.inputSize,
    modelName: request.modelName,
    modelFamily: model.measuredFamily,
    ...(model.architecture !== undefined && { architectureKey: model.architecture }),
    parameters: costs.parameters,
    macs: unit === model.unit ? costs.itemMacs : costs.macs / request.batchSize,
    ...(costs.itemActivations !== undefined && { activations: costs.itemActivations }),
    weightBytes: costs.weightBytes,
    layers: costs.layers,
    devices: 1,
  }
  const measured = asMeasured(asked)
  const given = request.modelConfig !== undefined || GIVEN.has(model.source) ? { modelGiven: [costs.parameters, costs.itemMacs, costs.layers].join(' ') } : {}
  const workload: Workload = { framework: facts.framework, source: 'api', ...(measured ?? asked), ...named, ...given, ...(model.source === 'default' && { nameSaysNothing: true }) }
  return {
    workload,
    itemsPerSample: workload.unit === 'token' ? costs.items / request.batchSize : 1,
    usualFramework: request.framework === undefined ? measured?.framework : undefined,
  }
}

/** What a request costs and needs in the precision that its platform runs it in. */
function asRun(request: PredictionRequest, model: ResolvedModel) {
  const precision = PLATFORM_FACTS[request.platform].runsAs[request.precision] ?? request.precision
  const costs = model.costs({ ...request, precision, phase: phaseOf(request, model) })
  return { precision, costs, need: memoryNeed({ ...request, precision }, costs) }
}

function phaseOf({ mode, phase = 'prefill' }: PredictionRequest, { unit }: ResolvedModel): string {
  if (mode === 'training') return 'train_step'
  return unit === 'token' ? phase : 'forward'
}

function warningsOf(request: PredictionRequest, precision: string, facts: PlatformFacts, device: HardwareSpec): readonly string[] {
  const substituted = precision === request.precision ? [] : [`${facts.title} has no ${request.precision}; the figures are for ${precision}.`]
  const emulated = formatNote(precision, device)
  const standIn =
    facts.measuredAs === request.platform
      ? []
      : [`Nobody has published ${facts.title} measurements: the figures are those of ${PLATFORM_FACTS[facts.measuredAs].title} on the same device, with wider intervals.`]
  return [...quantisationNote(request), ...substituted, ...(emulated === undefined ? [] : [emulated]), ...standIn]
}

/** A model that meets each of its parameters once does two operations with it; mixtures and lookup tables do fewer, but hardly a thousandth. */
const FEWEST_OPERATIONS = 2e-3

function costNote({ flops }: PredictionRequest, { parameters }: ResolvedModel): readonly string[] {
  if (flops === undefined || flops >= FEWEST_OPERATIONS * parameters) return []
  return [`flops ${flops} is less than a thousandth of what ${parameters} parameters usually take (${2 * parameters}): check that it counts single operations of one forward pass of one sample.`]
}

/** What the name says of the precision, when it decided or when it says another than the request. */
function quantisationNote({ modelName, precision, precisionFromName = false }: PredictionRequest): readonly string[] {
  const told = quantisedName(modelName)
  if (told === undefined) return []
  if (precisionFromName) return [`No precision was stated: '${told.words}' in the name means ${told.precision} weights, so the figures are for ${precision}.`]
  return told.precision === precision
    ? []
    : [`'${told.words}' in the name suggests ${told.precision} weights; the figures are for ${precision}. Give precision ${told.precision} for those of the weights it names.`]
}
