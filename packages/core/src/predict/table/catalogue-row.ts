import { ifKnown } from '../../errors.ts'
import { resolveModel } from '../../models/index.ts'
import type { PredictionRequest } from '../prediction.ts'
import { askedOfOwn, commonName } from '../predictor/one-name.ts'
import { type AsMeasured, type Prepared, prepare } from '../predictor/prepare.ts'
import type { Workload } from '../workload.ts'
import type { OwnRuns } from './own-runs.ts'
import type { TableRow } from './read-csv.ts'

/** A row that states no cost, as the same question by the API describes it. */
export interface CatalogueRow {
  readonly workload: Workload
  /** Items of the workload in what the row counts. */
  readonly items: number
  /** The request that asks the same, where one can: then the row is answered as it is. */
  readonly asked: AskedRow | undefined
  /** What is to be said of what it counts. */
  readonly note: string | undefined
  /** The name under which all measurements of the model are kept. */
  readonly modelName: string
  /** By how much wider its interval is, in logs on each side, because the costs are those of another size of its family. */
  readonly widening: number
  /** Why it cannot run there. */
  readonly unsupported: string | undefined
}

/** A row as a request. */
export interface AskedRow {
  readonly prepared: Prepared
  /** How many of what the row counts are in one sample of the request: the tokens of a sequence where it counts tokens, else 1. */
  readonly perSample: number
}

/** What a row that leaves them out is asked with, as requests are. */
const USUAL = { precision: 'fp32', batchSize: 1, sequenceLength: 128 }
/** Costs of the same family at another size, at the level that intervals usually have, in a run that no request describes. */
const FAMILY_WIDENING = 0.5
/** What runs of requests are called, and count. */
const ASKED_PHASES: ReadonlySet<string | undefined> = new Set([undefined, '', 'forward', 'prefill', 'decode', 'train_step'])
const ASKED_UNITS: ReadonlySet<string | undefined> = new Set([undefined, '', 'sample', 'token'])
const COUNTS_TOKENS =
  'Tokens per second, not samples: the model works on tokens, and the row does not say what it counts. Fill in the column unit, token or sample (a whole sequence, as single predictions count)'
const NO_TOKENS = 'unit is "token", but the model reads no text; predicted as samples'
/** Facts of a row that describe its run; what the model costs and what the platform makes of the request come from the catalogues. */
const RUN_FACTS = ['outputLength', 'modelFamily', 'architectureKey', 'devices', 'threads', 'compiled', 'autocast', 'layout'] as const satisfies readonly (keyof Workload)[]

/**
 * Completes a row that states neither parameters nor multiply-accumulates from the catalogue of models. Undefined when it states them, when no catalogue and no family knows the model, and for a row of
 * a data set, whose own words the estimator has learnt: that it was measured shows that it fits. What the caller has measured as a request of the same is that request, whatever costs the row states.
 */
export function catalogueRow(row: TableRow, stated: Workload, asMeasured: AsMeasured, own: OwnRuns): CatalogueRow | undefined {
  if (stated.source !== undefined) return undefined
  const statesCosts = stated.macs !== undefined || stated.parameters !== undefined
  if (statesCosts && own.isEmpty) return undefined
  // A training step is one, whether or not the row has a mode.
  const request = requestOf(row['mode'] || stated.phase !== 'train_step' ? stated : { ...stated, mode: 'training' })
  const { source, catalogueId = request.modelName } = resolveModel(request)
  const isOnlyOwn = statesCosts || source === 'default'
  if (isOnlyOwn && !own.hasModel(catalogueId)) return undefined
  return ifKnown(
    () => {
      const prepared = withFacts(askedOfOwn(prepare(request, stated.device, [], asMeasured), own.models), spoken(stated, RUN_FACTS))
      const countsTokens = row['unit'] ? row['unit'] === 'token' : prepared.model.unit === 'token'
      const tokens = countsTokens ? tokensOf(prepared) : undefined
      const perSample = tokens ?? 1
      const items = prepared.itemsPerSample / perSample
      const isAsked = ASKED_PHASES.has(row['phase']) && ASKED_UNITS.has(row['unit'])
      const workload = isAsked || items !== 1 ? prepared.workload : { ...prepared.workload, ...spoken(row, ['phase', 'unit']) }
      const note = countsTokens ? noteOf(row, isAsked && tokens === undefined) : undefined
      const found = { workload, items, asked: isAsked ? { prepared, perSample } : undefined, note, modelName: commonName(prepared), widening: 0, unsupported: undefined }
      const evidentlyRan = prepared.shortage !== undefined && own.has(workload)
      if (isOnlyOwn) return own.has(workload) ? found : undefined
      return { ...found, widening: isAsked || source === 'exact' ? 0 : FAMILY_WIDENING, unsupported: (stated.devices ?? 1) > 1 || evidentlyRan ? undefined : prepared.unsupported }
    },
    ({ message }) => (isOnlyOwn ? undefined : { workload: stated, items: 1, asked: undefined, note: undefined, modelName: stated.modelName, widening: 0, unsupported: message }),
  )
}

function noteOf(row: TableRow, readsNone: boolean): string | undefined {
  if (!row['unit']) return COUNTS_TOKENS
  return readsNone ? NO_TOKENS : undefined
}

/** The same with what a row says of its run, in both modes; several devices do so many times what one can. */
function withFacts(prepared: Prepared, facts: Partial<Workload>): Prepared {
  const { workload, limit, inMode } = prepared
  return {
    ...prepared,
    workload: { ...workload, ...facts },
    inMode: (mode) => {
      const other = inMode(mode)
      return { ...other, workload: { ...other.workload, ...facts } }
    },
    limit: limit === undefined ? undefined : limit * (facts.devices ?? 1),
  }
}

/** Tokens in one sample of a request: those of a sequence that is read or trained on, one where each sequence gets one more; undefined for what is no text. */
function tokensOf({ model, request }: Prepared): number | undefined {
  const { sequenceLength, mode, phase } = request
  if (model.unit === 'token' && mode === 'inference' && phase === 'decode') return 1
  const { inputSize, itemActivations } = model.costs({ batchSize: 1, sequenceLength })
  return itemActivations === undefined && inputSize === sequenceLength ? sequenceLength : undefined
}

const requestOf = ({ modelName, platform, framework, mode, phase, batchSize, inputSize, precision }: Workload): PredictionRequest => ({
  modelName,
  platform,
  ...(framework !== undefined && { framework }),
  mode,
  phase: phase.startsWith('decode') ? 'decode' : 'prefill',
  batchSize: batchSize ?? USUAL.batchSize,
  sequenceLength: inputSize ?? USUAL.sequenceLength,
  ...(inputSize !== undefined && { imageSize: inputSize }),
  precision: precision ?? USUAL.precision,
})

/** Those of some facts that are stated. */
const spoken = <Name extends string>(facts: { readonly [Each in Name]?: unknown }, names: readonly Name[]): Partial<Workload> =>
  Object.fromEntries(names.flatMap((name) => (facts[name] === undefined || facts[name] === '' ? [] : [[name, facts[name]]])))
