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
  /** Items of the workload in what the row counts: the tokens of a sequence where it counts samples of a workload of tokens, the inverse where it counts tokens of a workload of sequences, else 1. */
  readonly items: number
  /** Whether the row counts tokens. */
  readonly countsTokens: boolean
  /** The name under which all measurements of the model are kept. */
  readonly modelName: string
  /** By how much wider its interval is, in logs on each side, because the costs are those of another size of its family. */
  readonly widening: number
  /** Why it cannot run there. */
  readonly unsupported: string | undefined
}

/** What a row that leaves them out is asked with, as requests are. */
const USUAL = { precision: 'fp32', batchSize: 1, sequenceLength: 128 }
/** Costs of the same family at another size, at the level that intervals usually have. */
const FAMILY_WIDENING = 0.5
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
  const request = requestOf(stated)
  const { source, catalogueId = request.modelName } = resolveModel(request)
  const isOnlyOwn = statesCosts || source === 'default'
  if (isOnlyOwn && !own.hasModel(catalogueId)) return undefined
  return ifKnown(
    () => {
      const prepared = askedOfOwn(prepare(request, stated.device, [], asMeasured), own.models)
      const countsTokens = row['unit'] ? row['unit'] === 'token' : prepared.model.unit === 'token' && request.mode === 'inference'
      const items = itemsOf(row, countsTokens, prepared)
      const { unit, phase } = prepared.workload
      const workload = { ...prepared.workload, ...spoken(row, stated), ...(items !== 1 && { unit, phase }) }
      const found = { workload, items, countsTokens, modelName: commonName(prepared) }
      if (isOnlyOwn) return own.has(workload) ? { ...found, widening: 0, unsupported: undefined } : undefined
      return { ...found, widening: source === 'exact' ? 0 : FAMILY_WIDENING, unsupported: (stated.devices ?? 1) > 1 ? undefined : prepared.unsupported }
    },
    ({ message }) => (isOnlyOwn ? undefined : { workload: stated, items: 1, countsTokens: false, modelName: stated.modelName, widening: 0, unsupported: message }),
  )
}

function itemsOf(row: TableRow, countsTokens: boolean, { model, request, workload, itemsPerSample }: Prepared): number {
  if (model.unit !== 'token' || request.mode === 'training') return 1
  if (workload.unit === 'token') return row['unit'] === 'sample' ? itemsPerSample : 1
  return countsTokens ? 1 / request.sequenceLength : 1
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

/** What the row itself says of the run. */
function spoken(row: TableRow, stated: Workload): Partial<Workload> {
  const facts = RUN_FACTS.flatMap((name) => (stated[name] === undefined ? [] : [[name, stated[name]]]))
  const words = (['phase', 'unit'] as const).flatMap((name) => (row[name] ? [[name, row[name]]] : []))
  return Object.fromEntries([...facts, ...words])
}
