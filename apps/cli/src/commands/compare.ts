import type { RunDocument } from '@benchcast/core/api'
import { viewOf } from '@benchcast/core/report'
import type { Command } from 'commander'
import { examplesText } from '../api/api-command.ts'
import { isRunId, levelOf } from '../evaluate/inputs.ts'
import { CommandError } from '../exit-codes.ts'
import { gateText } from '../gate/gate-text.ts'
import { judge } from '../gate/judge.ts'
import { regressionChecks } from '../gate/regressions.ts'
import { knownMetric } from '../gate/thresholds.ts'
import type { Answer } from '../output/output.ts'
import { addOutputOptions, type OutputFlags, outputOf } from '../output/output-options.ts'
import { addPlaceOptions, type PlaceFlags } from '../server/place-options.ts'
import { withServer } from '../server/with-server.ts'
import { comparisonPage } from '../terminal/comparison-page.ts'
import { storedRun } from './report.ts'

const EXAMPLES = examplesText({
  examples: ['compare forest net', 'compare forest net boosted --metrics accuracy,f1_score --format csv', 'compare benchmark-run-1… benchmark-run-2… --level 0.99'],
  note: 'Models are compared by their newest stored values, which may be of different data. Of two runs, the models of the second are compared with those of the same id in the\nfirst, by the intervals of both. benchcast evaluate A.csv --baseline B.csv compares files, row by row.',
})

type Flags = PlaceFlags & OutputFlags & { readonly metrics?: string; readonly level?: string }

/** `benchcast compare`: stored models by their newest values, or two stored runs. */
export function compareCommand(program: Command): void {
  const command = program
    .command('compare')
    .description('Compare stored models by their newest values, or two stored runs')
    .argument('<what...>', 'ids of models, or of two runs')
    .option('--metrics <ids>', 'only these metrics, separated by commas')
    .option('--level <level>', 'confidence level at which a difference of two runs is significant (default 0.95)')
    .addHelpText('after', EXAMPLES)
    .action(compare)
  addPlaceOptions(command.optionsGroup('Whom to ask:'))
  addOutputOptions(command.optionsGroup('How to print:')).optionsGroup('Options:')
}

async function compare(what: readonly string[], flags: Flags): Promise<void> {
  if (flags.level !== undefined && !what.some(isRunId)) throw new CommandError('usage', '--level is about two runs; stored models are ranked by their newest values.')
  const metrics = flags.metrics?.split(',').map((metric) => knownMetric(metric.trim(), '--metrics'))
  outputOf(flags).print(what.some(isRunId) ? await runsAnswer(what, metrics, flags) : await modelsAnswer(what, metrics, flags))
}

async function modelsAnswer(models: readonly string[], metrics: readonly string[] | undefined, flags: Flags): Promise<Answer> {
  const { success: _, ...answer } = await withServer(flags, ({ client, signal }) => client.evaluate.compare({ model_ids: models, ...(metrics && { metrics_to_compare: metrics }) }, { signal }))
  return {
    data: answer,
    rows: () => Object.entries(answer.rankings).flatMap(([metric, ranked]) => ranked.map((each) => ({ metric, ...each }))),
    ids: () => [...new Set(Object.values(answer.best_model))],
    page: ({ width, ink }) => comparisonPage(answer, width, ink),
  }
}

async function runsAnswer(ids: readonly string[], metrics: readonly string[] | undefined, flags: Flags): Promise<Answer> {
  const [before, after, ...more] = ids
  const level = flags.level === undefined ? 0.95 : levelOf(flags.level)
  if (before === undefined || after === undefined || more.length > 0) throw new CommandError('usage', 'Give the ids of two runs, the older one first.')
  const [first, second] = [await storedRun(before, flags), await storedRun(after, flags)]
  const shared = second.models.filter((model) => first.models.includes(model))
  if (shared.length === 0) throw new CommandError('usage', `The runs have no model in common: ${first.models.join(', ')} and ${second.models.join(', ')}.`)
  const checks = shared.flatMap((model) => regressionChecks(second, [{ model, baseline: first, baselineModel: model, title: before }], metrics ?? headline(first, second, model)))
  const comparison = judge(checks, { level, significant: true })
  return { data: comparison, rows: () => comparison.checks, ids: () => shared, page: ({ width, ink }) => gateText(comparison, width, ink, 'comparison') }
}

/** The metrics that lead a report and that both runs have. */
const headline = (first: RunDocument, second: RunDocument, model: string): string[] =>
  viewOf(second).headline.flatMap(({ id }) => (first.metrics[model]?.[id] !== undefined && second.metrics[model]?.[id] !== undefined ? [id] : []))
