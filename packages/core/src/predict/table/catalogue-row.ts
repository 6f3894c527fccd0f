import { ifKnown } from '../../errors.ts'
import { resolveModel } from '../../models/index.ts'
import type { PredictionRequest } from '../prediction.ts'
import { type AsMeasured, prepare } from '../predictor/prepare.ts'
import type { Workload } from '../workload.ts'
import type { TableRow } from './read-csv.ts'

/** A row that states no cost, as the same question by the API describes it. */
export interface CatalogueRow {
  readonly workload: Workload
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
 * a data set, whose own words the estimator has learnt: that it was measured shows that it fits.
 */
export function catalogueRow(row: TableRow, stated: Workload, asMeasured: AsMeasured): CatalogueRow | undefined {
  if (stated.macs !== undefined || stated.parameters !== undefined || stated.source !== undefined) return undefined
  const request = requestOf(stated)
  const { source } = resolveModel(request)
  if (source === 'default') return undefined
  return ifKnown(
    () => {
      const { workload, unsupported } = prepare(request, stated.device, [], asMeasured)
      return { workload: { ...workload, ...spoken(row, stated) }, widening: source === 'exact' ? 0 : FAMILY_WIDENING, unsupported: (stated.devices ?? 1) > 1 ? undefined : unsupported }
    },
    ({ message }) => ({ workload: stated, widening: 0, unsupported: message }),
  )
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
