import type { Command } from 'commander'
import { addApiCommand } from '../api/api-command.ts'
import { rowsAnswer } from '../api/rows-answer.ts'
import { percent } from '../terminal/figure.ts'

/** `benchcast suggest`: what to measure next so that predictions become surer. */
export function suggestCommand(program: Command): void {
  addApiCommand(program, {
    name: 'suggest',
    aliases: ['suggest-measurements'],
    summary: 'Which configurations to measure next, so that predictions become surer',
    endpoint: 'suggestMeasurements',
    examples: ['suggest', 'suggest --models bert-base-uncased,microsoft/resnet-50 --hardware cpu --limit 5', 'suggest --device "NVIDIA T4"', 'suggest --format csv > to-measure.csv'],
    run: ({ client, signal }, request) => client.measurements.suggest(request, { signal }),
    answer: (answer) => {
      const rows = answer.suggestions.map((row) => ({ ...row, takes_away: percent(row.variance_reduction), upper_over_lower: row.current_width }))
      const page = rowsAnswer(answer, rows, { columns: COLUMNS, id: 'model_name', none: 'Nothing to suggest: predict or measure a model first, or name some with --models.', foot: answer.explanation })
      return { ...page, rows: () => answer.suggestions }
    },
  })
}

const COLUMNS = ['model_name', 'hardware_platform', 'device', 'batch_size', 'sequence_length', 'precision', 'takes_away', 'upper_over_lower']
