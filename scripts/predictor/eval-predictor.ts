import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { evaluateFold, type FoldResult } from './fold.ts'
import { type Measured, readMeasurements } from './measurements.ts'
import { PROTOCOLS } from './protocols.ts'
import { type Scores, scoresBySource, scoresOf } from './scores.ts'

/** One fold of one protocol, for a worker. */
interface Task {
  readonly data: string
  readonly protocol: number
  readonly fold: number
  readonly withBaselines: boolean
  /** Draws of the few shots of a new device. */
  readonly draws: number
}

function runTask({ data, protocol, fold, withBaselines, draws }: Task): FoldResult[] {
  return evaluateFold(PROTOCOLS[protocol]!.make(fold), readMeasurements(data), withBaselines, draws)
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: join(import.meta.dirname, '../../../shared/data/perf') },
      out: { type: 'string' },
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      'every-draw': { type: 'boolean', default: false },
      draws: { type: 'string', default: '1' },
      workers: { type: 'string', default: '2' },
    },
  })
  const chosen = [...PROTOCOLS.keys()].filter((index) => values.only === undefined || PROTOCOLS[index]!.name.startsWith(values.only))
  const tasks = chosen.flatMap((protocol) =>
    foldsOf(protocol, values['every-draw']).map((fold): Task => ({ data: values.data, protocol, fold, withBaselines: !values.quick, draws: Number(values.draws) })),
  )
  const results = await runAll(tasks, Number(values.workers))
  const all = readMeasurements(values.data)
  const text = chosen
    .map((protocol) =>
      protocolSection(
        PROTOCOLS[protocol]!.name,
        all,
        results.filter(({ task }) => task.protocol === protocol).flatMap(({ result }) => result),
      ),
    )
    .join('\n')
  console.log(text)
  if (values.out !== undefined) writeFileSync(values.out, text)
}

function foldsOf(protocol: number, everyDraw: boolean): readonly number[] {
  const { folds, more = [] } = PROTOCOLS[protocol]!
  return everyDraw ? [...folds, ...more] : folds
}

async function runAll(tasks: readonly Task[], workers: number): Promise<{ readonly task: Task; readonly result: FoldResult[] }[]> {
  const waiting = [...tasks]
  const done: { readonly task: Task; readonly result: FoldResult[] }[] = []
  const work = async () => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      const started = performance.now()
      done.push({ task, result: await inWorker(task) })
      console.error(`${PROTOCOLS[task.protocol]!.name}, fold ${task.fold}: ${((performance.now() - started) / 1000).toFixed(0)} s`)
    }
  }
  await Promise.all(Array.from({ length: workers }, work))
  return done.sort((a, b) => tasks.indexOf(a.task) - tasks.indexOf(b.task))
}

function inWorker(task: Task): Promise<FoldResult[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: task })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

const HEADER = '| Method | Rows | MdAPE | Within 20 % | Macro | Coverage | Width | Worst | Tau | Top-1 | Regret | Pair order |'

function protocolSection(name: string, all: readonly Measured[], results: readonly FoldResult[]): string {
  const methods = [...Map.groupBy(results, ({ method }) => method)]
  const lines = methods.map(([method, parts]) => scoreLine(method, scoresOf(...pooled(all, parts)), parts[0]!.lower !== undefined))
  const sources = methods.filter(([, parts]) => parts[0]!.lower !== undefined).map(([method, parts]) => `${method}: ${sourceLine(all, parts)}`)
  return [`### ${name[0]!.toUpperCase()}${name.slice(1)}\n`, HEADER, HEADER.replace(/[^|]+/g, '---'), ...lines, '', ...sources.map((line) => `${line}\n`)].join('\n')
}

function pooled(all: readonly Measured[], parts: readonly FoldResult[]): [Measured[], { readonly throughput: number; readonly lower: number; readonly upper: number }[]] {
  const items = parts.flatMap(({ rows, throughput, lower = throughput, upper = throughput }) =>
    Array.from(rows, (row, index) => ({ row: all[row]!, estimate: { throughput: throughput[index]!, lower: lower[index]!, upper: upper[index]! } })),
  )
  return [items.map(({ row }) => row), items.map(({ estimate }) => estimate)]
}

const percent = (value: number, digits = 1): string => `${(100 * value).toFixed(digits)} %`

function scoreLine(method: string, scores: Scores, hasIntervals: boolean): string {
  const { rows, mdape, within20, macro, coverage, width, worst, tau, top1, regret, pairOrder } = scores
  const intervals = hasIntervals ? [coverage.toFixed(3), width.toFixed(2)] : ['', '']
  const cells = [method, rows, percent(mdape), percent(within20), percent(macro), ...intervals, `${worst.toFixed(0)}x`, tau.toFixed(3), top1.toFixed(3), percent(regret), pairOrder.toFixed(3)]
  return `| ${cells.join(' | ')} |`
}

function sourceLine(all: readonly Measured[], parts: readonly FoldResult[]): string {
  const scores = [...scoresBySource(...pooled(all, parts))].sort(([, a], [, b]) => b.rows - a.rows)
  return scores.map(([source, { rows, mdape, coverage }]) => `${source} ${percent(mdape)} of ${rows} rows, covered ${coverage.toFixed(2)}`).join('; ')
}

if (isMainThread) await main()
else parentPort!.postMessage(runTask(workerData as Task))
