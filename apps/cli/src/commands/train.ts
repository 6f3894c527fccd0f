import type { Command } from 'commander'
import type { ResultOf } from '../api/result.ts'
import { addTaskCommand } from '../api/task-command.ts'
import type { Page } from '../output/output.ts'
import { rowsTable } from '../terminal/rows-table.ts'
import { renderTable } from '../terminal/table.ts'
import { wrapped } from '../terminal/text.ts'

/** `benchcast train`: a predictor trained on your own measurements, which serves only when it is better. */
export function trainCommand(program: Command): void {
  addTaskCommand(program, {
    name: 'train',
    summary: 'Train a predictor on your measurements; it serves only when it is better',
    endpoint: 'trainModel',
    examples: ['train', 'train --activate no --json', 'train --seed 7 --timeout 3600'],
    note: 'The shipped predictor serves again after benchcast predictors activate prior.',
    start: ({ client, signal }, request) => client.predictors.train(request, { signal }),
    answer: (result) => ({ data: result, ids: () => [result.model_id], page: (page) => trainedPage(result, page) }),
  })
}

function trainedPage({ model_id, activated, reason, measurements, scores, champion }: ResultOf<'trainModel'>, { width, ink }: Page): string {
  const rows = [
    { predictor: 'new', ...scores },
    { predictor: 'the one before', ...champion },
  ]
  const columns = ['predictor', ...new Set([...Object.keys(scores), ...Object.keys(champion)])]
  const verdict = `${model_id} was trained on ${measurements} measurements and ${activated ? 'serves now' : 'does not serve'}.`
  return [ink.strong(verdict), ...wrapped(reason, width), '', renderTable(rowsTable('R squared', columns, rows), width, ink)].join('\n')
}
