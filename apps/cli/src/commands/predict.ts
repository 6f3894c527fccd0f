import { readFile } from 'node:fs/promises'
import { BenchcastError } from '@benchcast/core/errors'
import type { TableRow } from '@benchcast/core/predict'
import type { Command } from 'commander'
import { camelCase, flagNamed } from '../api/field-options.ts'
import { fieldsOf } from '../api/fields.ts'
import { addTaskCommand } from '../api/task-command.ts'
import { CommandError } from '../exit-codes.ts'
import type { Output } from '../output/output.ts'
import { type OutputFlags, outputOf } from '../output/output-options.ts'
import { checkFolder, writeOut } from '../output/write-out.ts'
import { PRIOR_WEIGHTS } from '../prior-weights.ts'
import { predictionPage, predictionRows } from '../terminal/prediction-page.ts'

const NOTE = `FEATURES (CSV with commas, semicolons or tabs, UTF-8 or UTF-16) has the columns row_id, model_name, hardware_platform, device, framework, precision, mode, batch_size, sequence_length_or_image_size, params_m, gmacs, macts_m, unit,
phase ... Only hardware_platform and model_name are needed; what is missing is guessed and widens the interval. MEASURED has throughput_samples_per_s as well.
PREDICTIONS gets row_id, predicted, lower, upper: items per second, and the interval that holds the truth in 90 % of all cases.
Items are what the column unit says; without it samples, or tokens of models that work on tokens (a warning names those rows). Of files nothing is stored, and no server is asked.`

interface FileOptions extends Pick<OutputFlags, 'format' | 'quiet'> {
  readonly csv?: string
  /** A file of rows; true where the answer is wanted as JSON. */
  readonly json?: string | true
  readonly calibrate?: string
  readonly out?: string
}

/** `benchcast predict`: speed and memory of a model on hardware; of many at once from a file to a file. */
export function predictCommand(program: Command): void {
  const command = addTaskCommand(program, {
    name: 'predict',
    aliases: ['predict-performance'],
    summary: 'Predict speed and memory of a model, or of the models and devices listed in a file',
    endpoint: 'predictPerformance',
    positional: 'model_name',
    defaults: { hardware: ['cpu', 'cuda'] },
    jsonFlag: '--json [file]',
    examples: [
      'predict bert-base-uncased --hardware cuda,cpu --batch 8 --precision fp16',
      'predict meta-llama/Llama-3.1-8B --hardware cuda --device "NVIDIA H100 80GB HBM3" --json',
      'predict --csv features.csv --out predictions.csv',
      'predict --csv features.csv --calibrate measured.csv --out predictions.csv',
      'predict --json rows.json --out predictions.json',
    ],
    note: NOTE,
    start: ({ client, signal }, request) => client.predict.performance(request, { signal }),
    instead: ({ csv, json, calibrate, out, ...flags }: FileOptions, args) => {
      const path = csv ?? (typeof json === 'string' ? json : undefined)
      if (path !== undefined) {
        checkAlone(path, args, flags)
        return predictFile({ path, isJson: csv === undefined, calibrate, out, format: outputOf({ ...flags, ...(json === true && { json }) }).format })
      }
      if (calibrate !== undefined || out !== undefined) throw new CommandError('usage', 'There is nothing to predict: --calibrate and --out go with --csv FILE or --json FILE.')
      return undefined
    },
    answer: (result) => ({
      data: result,
      ids: () => Object.values(result.predictions).map(({ prediction_id }) => prediction_id),
      rows: () => predictionRows(result),
      page: (page) => predictionPage(result, page),
    }),
  })
  command
    .option('--csv <file>', 'rows to predict, as CSV')
    .option('--calibrate <file>', 'measured rows (CSV, or JSON when its name ends in .json) to learn from first')
    .option('--out <file>', 'file for the predictions: JSON when its name ends in .json, else CSV (default: to standard output, CSV or with --json JSON)')
}

/** What is said beside a file has no say in its rows: a model would be taken for the one that is predicted. */
function checkAlone(path: string, args: readonly string[], flags: Readonly<Record<string, unknown>>): void {
  const model = args[0] ?? flags['model'] ?? flags['modelName']
  if (typeof model === 'string') throw new CommandError('usage', `'${model}' and the file ${path} are both given: name the model in the column model_name, or leave the file out.`)
  const ignored = new Set(fieldsOf('predictPerformance').flatMap(({ path: names }) => (flags[camelCase(flagNamed(names.at(-1)!))] === undefined ? [] : [`--${flagNamed(names.at(-1)!)}`])))
  if (ignored.size > 0) console.error(`Warning: ${[...ignored].join(', ')} ${ignored.size === 1 ? 'is' : 'are'} not looked at: the columns of ${path} say what is predicted.`)
}

interface FileWork {
  readonly path: string
  readonly isJson: boolean
  readonly calibrate: string | undefined
  readonly out: string | undefined
  /** Of what goes to standard output; a file has that of its name. */
  readonly format: Output['format']
}

async function predictFile({ path, isJson, calibrate, out, format }: FileWork): Promise<void> {
  const { checkColumns, loadEstimator, predictionRow, predictionsCsv, predictTable, repeatedIds } = await import('@benchcast/core/predict')
  if (out !== undefined) await checkFolder(out)
  const read = (file: string, asJson: boolean) => readRows(file, asJson, (sentence) => format !== 'quiet' && console.error(`Warning: ${file}: ${sentence}`))
  const { thisMachine } = await import('@benchcast/bench')
  const [rows, measured, weights, machine] = await Promise.all([
    read(path, isJson),
    calibrate === undefined ? [] : read(calibrate, calibrate.endsWith('.json')),
    readFile(PRIOR_WEIGHTS),
    thisMachine(),
  ])
  checkColumns(rows, path)
  if (calibrate !== undefined) checkColumns(measured, calibrate)
  const { predictions, warnings } = predictTable(loadEstimator(weights), rows, measured, { machine })
  if (format !== 'quiet') for (const warning of [...repeatedIds(rows), ...warnings]) console.error(`Warning: ${warning}`)
  const isWantedAsJson = out === undefined ? format === 'json' : out.endsWith('.json')
  const text = isWantedAsJson ? `${JSON.stringify(predictions.map(predictionRow), undefined, 1)}\n` : predictionsCsv(predictions)
  if (out !== undefined) await writeOut(out, text)
  else if (format !== 'quiet') process.stdout.write(text)
  if (predictions.every(({ predicted }) => predicted === undefined)) throw new CommandError('error', `None of the ${rows.length} rows of ${path} could be predicted: the warnings say why.`)
}

async function readRows(path: string, isJson: boolean, warn: (sentence: string) => void): Promise<TableRow[]> {
  const bytes = await readFile(path).catch((problem: Error) => {
    throw new BenchcastError('invalid_data', `${path} cannot be read: ${problem.message}.`)
  })
  const [{ readCsv, rowsOfJson }, { decodeText }] = await Promise.all([import('@benchcast/core/predict'), import('@benchcast/core/imports')])
  const text = decodeText(bytes)
  if (isJson) return rowsOfJson(parseJson(text, path), path)
  try {
    return readCsv(text, warn)
  } catch (problem) {
    throw problem instanceof BenchcastError ? new BenchcastError(problem.code, `${path}: ${problem.message}`, { cause: problem }) : problem
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (problem) {
    throw new BenchcastError('malformed_json', `${path} is not JSON: ${(problem as Error).message}.`)
  }
}
