import type { Command } from 'commander'
import { addTaskCommand } from '../api/task-command.ts'
import { type Analysis, analysisPage } from '../terminal/analysis-page.ts'

/** `benchcast analyze`: how good predictions were. */
export function analyzeCommand(program: Command): void {
  addTaskCommand(program, {
    name: 'analyze',
    aliases: ['analyze-predictions'],
    summary: 'How good predictions were, by metric, platform and day',
    endpoint: 'analyzePredictions',
    positional: 'model_name',
    examples: ['analyze', 'analyze bert-base-uncased --hardware cuda --days 30', 'analyze --metric latency --json'],
    start: ({ client, signal }, request) => client.predictions.analyze(request, { signal }),
    answer: (result) => ({
      data: result,
      rows: () => Object.entries(result).flatMap(([metric, summary]) => (metric === 'overall' ? [] : [{ metric, ...summary }])),
      page: (page) => analysisPage(result as Analysis, page),
    }),
  })
}
