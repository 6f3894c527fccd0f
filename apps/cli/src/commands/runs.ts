import type { Command } from 'commander'
import { addApiCommand } from '../api/api-command.ts'
import { rowsAnswer } from '../api/rows-answer.ts'

/** `benchcast runs`: evaluated runs, newest first. */
export function runsCommand(program: Command): void {
  addApiCommand(program, {
    name: 'runs',
    aliases: ['list-runs'],
    summary: 'Stored runs of evaluate, newest first',
    endpoint: 'listBenchmarkRuns',
    without: ['expand'],
    examples: ['runs', 'runs --model-id net --limit 50', 'runs --name credit-risk@main -q | head -1', 'runs --format csv > runs.csv'],
    run: async ({ client, signal }, request) => client.evaluate.list(request, { signal }),
    answer: (answer) =>
      rowsAnswer(answer, answer.runs, {
        columns: ['created_at', 'benchmark_name', 'dataset_id', 'task_type', 'models', 'run_id'],
        id: 'run_id',
        none: 'No run is stored: benchcast evaluate FILE --save.',
        ...(answer.total > answer.runs.length && { foot: `${answer.runs.length} of ${answer.total}; --limit and --offset show others.` }),
      }),
  })
}
