import type { HistoryRecord } from '@benchcast/core/api'
import { METRIC_BY_ID } from '@benchcast/core/metrics'
import type { Command } from 'commander'
import { addApiCommand } from '../api/api-command.ts'
import { historyPage } from '../terminal/history-page.ts'

/** `benchcast history`: how the metrics of a model went from run to run. */
export function historyCommand(program: Command): void {
  addApiCommand(program, {
    name: 'history',
    summary: 'How the metrics of a model went from run to run, oldest first',
    endpoint: 'getPerformanceHistory',
    positional: 'model_id',
    examples: ['history net', 'history net --limit 20 --format csv > net.csv'],
    run: async ({ client, signal }, { model_id, ...request }: { readonly model_id: string; readonly limit?: number }) => client.evaluate.history(model_id, request, { signal }),
    answer: (answer) => ({
      data: answer,
      rows: () => answer.history.map(({ metadata: _, ...record }) => record),
      ids: () => answer.history.map(({ run_id }) => run_id),
      page: ({ width, ink }) => historyPage(answer.model_id, answer.history as readonly HistoryRecord[], [...METRIC_BY_ID.values()], width, ink),
    }),
  })
}
