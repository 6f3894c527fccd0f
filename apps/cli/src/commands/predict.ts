import { readFile, writeFile } from 'node:fs/promises'
import { BenchcastError } from '@benchcast/core/errors'
import { loadEstimator, predictionRow, predictionsCsv, predictTable, readCsv, rowsOfJson, type TableRow } from '@benchcast/core/predict'
import type { Command } from 'commander'
import { PRIOR_WEIGHTS } from '../prior-weights.ts'

const EXAMPLES = `
Examples:
  $ benchcast predict --csv features.csv --out predictions.csv
  $ benchcast predict --csv features.csv --calibrate measured.csv --out predictions.csv
  $ benchcast predict --json rows.json --out predictions.json

FEATURES has the columns row_id, model_name, hardware_platform, device, framework, precision, mode, batch_size, sequence_length_or_image_size, params_m, gmacs, macts_m, unit,
phase ... Only hardware_platform and model_name are needed; what is missing is guessed and widens the interval. MEASURED has throughput_samples_per_s as well.
PREDICTIONS gets row_id, predicted, lower, upper: items per second, and the interval that holds the truth in 90 % of all cases. Nothing is stored.`

interface PredictOptions {
  readonly csv?: string
  readonly json?: string
  readonly calibrate?: string
  readonly out?: string
}

/** `benchcast predict`: throughput of many workloads at once, from a file to a file. */
export function predictCommand(program: Command): void {
  program
    .command('predict')
    .description('Predict the throughput of the models and devices listed in a file')
    .option('--csv <file>', 'rows to predict, as CSV')
    .option('--json <file>', 'rows to predict, as a JSON array of objects with the same names')
    .option('--calibrate <file>', 'measured rows (CSV, or JSON when its name ends in .json) to learn from first')
    .option('--out <file>', 'file for the predictions: JSON when its name ends in .json, else CSV (default: CSV to standard output)')
    .addHelpText('after', EXAMPLES)
    .action(predict)
}

async function predict({ csv, json, calibrate, out }: PredictOptions): Promise<void> {
  const path = csv ?? json
  if (path === undefined) throw new BenchcastError('missing_value', 'There is nothing to predict: give --csv FILE or --json FILE.')
  const [rows, measured, weights] = await Promise.all([readRows(path, json !== undefined && csv === undefined), calibrate === undefined ? [] : readRows(calibrate), readFile(PRIOR_WEIGHTS)])
  const { predictions, warnings } = predictTable(loadEstimator(weights), rows, measured)
  for (const warning of warnings) console.error(`Warning: ${warning}`)
  const text = out?.endsWith('.json') ? `${JSON.stringify(predictions.map(predictionRow), undefined, 1)}\n` : predictionsCsv(predictions)
  if (out === undefined) process.stdout.write(text)
  else await writeFile(out, text)
}

async function readRows(path: string, isJson = path.endsWith('.json')): Promise<TableRow[]> {
  const text = await readFile(path, 'utf8').catch((problem: Error) => {
    throw new BenchcastError('invalid_data', `${path} cannot be read: ${problem.message}.`)
  })
  return isJson ? rowsOfJson(parseJson(text, path), path) : readCsv(text)
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (problem) {
    throw new BenchcastError('malformed_json', `${path} is not JSON: ${(problem as Error).message}.`)
  }
}
