import type { Command } from 'commander'
import { addTaskCommand } from '../api/task-command.ts'

/** `benchcast sample-data`: rows to try things out with. */
export function sampleDataCommand(program: Command): void {
  addTaskCommand(program, {
    name: 'sample-data',
    aliases: ['generate-sample-data'],
    summary: 'Make rows to try things out with; they are marked, and never learned from',
    endpoint: 'generateSampleData',
    examples: ['sample-data --num-models 3 --db trial.duckdb'],
    start: ({ client, signal }, request) => client.measurements.generateSamples(request, { signal }),
    answer: (result) => ({ data: result, page: () => `${result.predictions} predictions and ${result.measurements} measurements of ${result.num_models} models. ${result.note}` }),
  })
}
