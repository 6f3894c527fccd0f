import type { RunDocument } from '@benchcast/core/api'
import { TASK_TYPES } from '@benchcast/core/metrics'
import { APIError } from '@benchcast/sdk'
import { type Command, Option } from 'commander'
import { examplesText } from '../api/api-command.ts'
import { FILE_FORMATS } from '../columns/source.ts'
import { plainRequest } from '../evaluate/evaluate-here.ts'
import { type Inputs, isRunId, type RequestFlags, readInputs } from '../evaluate/inputs.ts'
import { runAnswer } from '../evaluate/run-answer.ts'
import { writeReport } from '../evaluate/write-report.ts'
import { CommandError, EXIT_CODES } from '../exit-codes.ts'
import { taggedName } from '../gate/baseline.ts'
import { gateText } from '../gate/gate-text.ts'
import { annotations, writeSummary } from '../gate/github.ts'
import { type Gated, type GateFlags, runGate } from '../gate/run-gate.ts'
import type { Answer, Output } from '../output/output.ts'
import { addOutputOptions, type OutputFlags, outputOf } from '../output/output-options.ts'
import { addPlaceOptions, type PlaceFlags } from '../server/place-options.ts'
import { withServer } from '../server/with-server.ts'

const EXAMPLES = examplesText({
  examples: [
    'evaluate predictions.csv',
    'evaluate predictions.parquet --truth y --model forest=rf_label:rf_score --model net=nn_label --group sex',
    'evaluate truth.csv forest=forest.csv net=net.csv --id sample_id --report report.html',
    'evaluate predictions.csv --save --name credit-risk --tag main',
    'evaluate predictions.csv --name credit-risk --fail-below accuracy=0.9 --baseline main --github',
  ],
  note: `Columns tell by their names what they are: label (or truth, target, y_true); prediction_NAME of each model, or prediction where a file holds one model, called as the file
is (or NAME=FILE); probability_NAME, or probability_NAME_CLASS for each class; sample_weight; group_NAME. Flags name other columns. Rows of several files go by their
order, or by a column id. A JSON file may also hold a request as the API takes it, or a run that --json has written. Nothing is stored without --save.

A gate (--fail-below, --fail-above, --baseline) ends with exit code 3 when it fails. A value below its threshold fails only when its interval leaves the threshold out, and
a value worse than the baseline's only when the difference is significant: by a paired test where the rows are the same, else by the intervals of both runs; p-values are
adjusted for all checks (Holm). --no-significant fails whatever is worse.`,
})

type Flags = RequestFlags & GateFlags & PlaceFlags & OutputFlags & { readonly save?: boolean; readonly tag?: string; readonly report?: readonly string[]; readonly github?: boolean }

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

/** `benchcast evaluate`: predictions of files, or a stored run, as a leaderboard, and a gate for CI jobs. */
export function evaluateCommand(program: Command): void {
  const command = program
    .command('evaluate')
    .description('Evaluate predictions in files (CSV, Parquet, NDJSON, JSON, standard input) or a stored run, and gate a build on them')
    .argument('[files...]', 'files with predictions, NAME=FILE to name the model of one, or the id of a stored run')
    .addHelpText('after', EXAMPLES)
    .action(evaluate)
  addColumnOptions(command.optionsGroup('What the columns are:'))
  addRequestOptions(command.optionsGroup('How to evaluate:'))
  addGateOptions(command.optionsGroup('When to fail:'))
  addPlaceOptions(command.optionsGroup('Whom to ask, for stored runs:'))
  addOutputOptions(command.optionsGroup('How to print:')).option('--report <file>', 'write the report: HTML, Markdown, CSV or JSON by the ending of its name (repeatable)', collect)
  command.optionsGroup('Options:')
}

function addColumnOptions(command: Command): void {
  command
    .option('--truth <column>', 'column of the true values')
    .option('--model <name=column[:probabilities]>', 'a model and its columns (repeatable)', collect)
    .option('--group <column>', 'sensitive feature, for fairness metrics (repeatable)', collect)
    .option('--weight <column>', 'weights of the samples')
    .option('--id <column>', 'column that joins the rows of several files')
    .addOption(new Option('--task <type>', 'task type; guessed from the true values when absent').choices(Object.keys(TASK_TYPES)))
    .option('--positive <label>', 'the positive class of a task with two')
    .option('--class-labels <labels>', 'classes in the order of the probabilities, separated by commas')
    .addOption(new Option('--input-format <format>', 'what the files are, where their names do not tell').choices(FILE_FORMATS))
}

function addRequestOptions(command: Command): void {
  command
    .option('--metrics <ids>', 'only these metrics, separated by commas')
    .addOption(new Option('--average <how>', 'how precision, recall and F1 of several classes become one number').choices(['auto', 'binary', 'macro', 'micro', 'weighted']))
    .option('--level <level>', 'confidence level (default 0.95)')
    .addOption(new Option('--intervals <method>', 'how intervals are made (default auto)').choices(['auto', 'analytic', 'bootstrap']))
    .option('--seed <number>', 'seed of the resampling (default 12345)')
    .option('--metadata <file>', 'JSON file: by model, name, latency_ms, memory_usage_mb and other facts')
    .option('--name <name>', 'name of the run (default: the name of the file)')
    .option('--dataset <id>', 'id of the data set (default: the name of the file)')
    .option('--save', 'have the server, or the database, evaluate and store the run')
    .option('--tag <tag>', 'store it as NAME@TAG, for --baseline TAG')
}

function addGateOptions(command: Command): void {
  command
    .option('--fail-below <metric=value>', 'fail when a model is below (repeatable)', collect)
    .option('--fail-above <metric=value>', 'fail when a model is above, for errors and latencies (repeatable)', collect)
    .option('--baseline <what>', 'fail when a model is worse than this: a model of the files, a file, a stored run, or its name or tag')
    .option('--baseline-model <id>', 'which model of the baseline')
    .option('--gate-models <ids>', 'check these models only, separated by commas')
    .option('--gate-metrics <ids>', 'compare these with the baseline (default: those with thresholds, else the one that orders the leaderboard)')
    .option('--no-significant', 'fail whatever is worse, chance or not')
    .option('--allow-missing-baseline', 'go on without a comparison when there is no such stored run')
    .option('--github', 'annotations, and a summary of the step, for GitHub Actions')
}

async function evaluate(files: readonly string[], flags: Flags): Promise<void> {
  const output = outputOf(flags)
  if (flags.tag !== undefined && !flags.save) throw new CommandError('usage', '--tag names a run that is stored: give --save too.')
  const inputs = withTag(await inputsOf(files, flags, output), flags)
  const saved = flags.save ? await save(inputs, flags, output) : undefined
  const gated = saved === undefined || hasGate(flags) ? await runGate(inputs, flags, output) : { document: saved }
  const result = saved === undefined ? gated : { ...gated, document: saved }
  output.print(answerOf(result))
  for (const file of flags.report ?? []) await writeReport(file, result.document)
  if (flags.github) await tellGitHub(gated, inputs)
  if (gated.gate?.passed === false) process.exitCode = EXIT_CODES.regression
}

const hasGate = ({ failBelow, failAbove, baseline }: Flags): boolean => (failBelow ?? failAbove ?? baseline) !== undefined

async function inputsOf(files: readonly string[], flags: Flags, output: Output): Promise<Inputs> {
  const [first] = files
  if (first === undefined || !isRunId(first)) return readInputs(files, flags, output)
  if (files.length > 1) throw new CommandError('usage', 'One stored run at a time; benchcast compare looks at several.')
  const { run } = await withServer(flags, ({ client }) => client.evaluate.get(first))
  return { document: run as RunDocument, fileOf: new Map() }
}

/** The name a run is stored under, also where it looks for its baseline. */
const withTag = (inputs: Inputs, { tag }: Flags): Inputs =>
  tag !== undefined && inputs.request ? { ...inputs, request: { ...inputs.request, benchmark_name: taggedName(inputs.request.benchmark_name, tag) } } : inputs

async function save({ request }: Inputs, flags: Flags, output: Output): Promise<RunDocument> {
  if (request === undefined) throw new CommandError('usage', '--save stores predictions; this is a run that was evaluated already.')
  return withServer(flags, async ({ client, signal, server }) => {
    const { success: _, ...document } = await client.evaluate.run(plainRequest(request) as never, { signal }).catch(tooLarge)
    output.note(`Stored as ${document.run_id} ${server.isEmbedded ? 'in the database' : `by ${server.url}`}.`)
    return document as RunDocument
  })
}

/** A request is sent as JSON text, which ends at half a gigabyte, and servers take bodies up to a size of their own. */
function tooLarge(error: unknown): never {
  if (!(error instanceof RangeError) && !(error instanceof APIError && error.code === 'body_too_large')) throw error
  const reason = error instanceof RangeError ? 'The predictions are more than a request can hold.' : error.message
  throw new CommandError('error', `--save sends the predictions to be stored: ${reason} Without --save, --json > run.json keeps the evaluated run, which --baseline run.json takes.`, { cause: error })
}

function answerOf({ document, gate }: Gated): Answer {
  const answer = runAnswer(document)
  if (gate === undefined) return answer
  return { ...answer, data: { ...document, gate }, page: (page) => `${answer.page(page)}\n\n${gateText(gate, page.width, page.ink)}` }
}

/** Annotations go to standard error, where the runner reads them as well, so that standard output stays data. */
async function tellGitHub({ document, gate }: Gated, { fileOf }: Inputs): Promise<void> {
  for (const line of gate ? annotations(gate, fileOf) : []) process.stderr.write(`${line}\n`)
  const { GITHUB_STEP_SUMMARY: summary } = process.env
  if (summary) await writeSummary(summary, document, gate)
}
