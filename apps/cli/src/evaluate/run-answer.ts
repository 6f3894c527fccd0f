import type { RunDocument } from '@benchcast/core/api'
import type { Answer } from '../output/output.ts'
import { runPage } from '../terminal/run-page.ts'
import { documentInFlags } from './in-flags.ts'

/** A run for each kind of reader: a leaderboard, the document, a row for each value, its id. */
export const runAnswer = (document: RunDocument): Answer => ({
  data: document,
  page: ({ width, ink }) => runPage(documentInFlags(document), width, ink),
  rows: () => valueRows(document),
  ids: () => [document.run_id],
})

/** A row for each model and metric. */
function valueRows(document: RunDocument): object[] {
  return document.models.flatMap((model) =>
    Object.entries(document.metrics[model] ?? {}).map(([metric, value]) => {
      const interval = document.confidence_intervals[model]?.[metric]
      const ranked = document.comparison_results.rankings[metric]?.find(({ model_id }) => model_id === model)
      return { model_id: model, metric, value, lower: interval?.lower, upper: interval?.upper, level: interval?.level, method: interval?.method, rank: ranked?.rank, tie_group: ranked?.tie_group }
    }),
  )
}
