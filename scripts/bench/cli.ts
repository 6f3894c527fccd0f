import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { withFileReader } from '../../apps/cli/src/columns/reader.ts'
import { ROOT } from '../steps.ts'
import { type Benchmark, duration, floorLine, limitLine } from './benchmark.ts'
import { inFolder } from './processes.ts'

const MODELS = ['a', 'b', 'c', 'd']
const PARQUET_ROWS = 10_000_000
/** Makes about a gigabyte. */
const CSV_ROWS = 16_000_000
const SCORED_ROWS = 10_000_000
const QUICK_SHARE = 0.01

/** Labels 0 and 1, and what four models predicted. */
const predictions = MODELS.map((model, i) => `CASE WHEN random() < ${0.8 + 0.04 * i} THEN label ELSE 1 - label END AS prediction_${model}`)
const from = (rows: number) => `FROM (SELECT (random() < 0.4)::INTEGER AS label FROM range(${rows}))`
const numbered = (rows: number) => `SELECT label, ${predictions.join(', ')} ${from(rows)}`
const scored = (rows: number) => `SELECT label, ${[...predictions, ...MODELS.map((model) => `round(0.5 * random() + 0.4 * label, 9) AS probability_${model}`)].join(', ')} ${from(rows)}`
/** Names instead of numbers, and an id as services log it. */
const named = (rows: number) =>
  `SELECT uuid() AS request_id, ${['label', ...MODELS.map((model) => `prediction_${model}`)].map((name) => `CASE ${name} WHEN 1 THEN 'spam' ELSE 'ham' END AS ${name}`).join(', ')} FROM (${numbered(rows)})`

interface Spent {
  readonly seconds: number
  readonly memoryGb: number
  readonly bytes: number
}

/** Runs `benchcast evaluate` on a file, as a person would: from its start to its end. */
async function evaluated(path: string): Promise<Spent> {
  const start = performance.now()
  // It tells its own largest memory: nobody else can ask for that of a process that has ended.
  const tell = 'data:text/javascript,process.on("exit",()=>process.stderr.write("KB "+process.resourceUsage().maxRSS))'
  const { stderr } = await promisify(execFile)(process.execPath, ['--import', tell, join(ROOT, 'apps/cli/bin/benchcast.cjs'), 'evaluate', path, '-q'])
  const kilobytes = Number(/KB (\d+)/.exec(stderr)?.[1])
  return { seconds: (performance.now() - start) / 1000, memoryGb: kilobytes / 1e6, bytes: (await stat(path)).size }
}

const gigabytes = (value: number) => `${value.toFixed(2)} GB`
const megabytesPerSecond = (value: number) => `${value.toFixed(0)} MB/s`

/** Files of predictions, evaluated without a server. */
export const cli: Benchmark = {
  name: 'cli',
  title: 'benchcast evaluate on local files, four models',
  run: ({ quick }) =>
    inFolder(async (folder) => {
      const share = quick ? QUICK_SHARE : 1
      const [parquet, csv, scores] = ['predictions.parquet', 'predictions.csv', 'scores.parquet'].map((name) => join(folder, name)) as [string, string, string]
      await withFileReader(async (reader) => {
        await reader.run(`COPY (${numbered(PARQUET_ROWS * share)}) TO '${parquet}'`)
        await reader.run(`COPY (${named(CSV_ROWS * share)}) TO '${csv}'`)
        await reader.run(`COPY (${scored(SCORED_ROWS * share)}) TO '${scores}'`)
      })
      const [ofParquet, ofCsv, ofScores] = [await evaluated(parquet), await evaluated(csv), await evaluated(scores)]
      const speed = ofCsv.bytes / 1e6 / ofCsv.seconds
      return {
        lines: [
          limitLine(`Parquet, ${PARQUET_ROWS * share} rows`, ofParquet.seconds, 5, duration),
          limitLine('its memory', ofParquet.memoryGb, 1.5, gigabytes),
          limitLine('the same with scores, its memory', ofScores.memoryGb, 1.5, gigabytes),
          floorLine(`CSV, ${(ofCsv.bytes / 1e9).toFixed(2)} GB`, speed, 100, megabytesPerSecond),
          limitLine('its memory', ofCsv.memoryGb, 1.5, gigabytes),
        ],
        notes: [`CSV of ${CSV_ROWS * share} rows in ${duration(ofCsv.seconds)}; with scores, ${SCORED_ROWS * share} rows of Parquet in ${duration(ofScores.seconds)}`],
      }
    }),
}
