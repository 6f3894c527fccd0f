import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { PROFILES } from '@benchcast/bench'
import { ENDPOINTS, type RunDocument } from '@benchcast/core/api'
import type { Command } from 'commander'
import { configurationsOf, USUAL_BATCH_SIZES, USUAL_MODELS } from '../bench/sweep.ts'
import { speedExamples } from '../demo/speed-examples.ts'
import { benchPage } from '../terminal/bench-page.ts'
import { inkFor } from '../terminal/ink.ts'
import { runPage } from '../terminal/run-page.ts'
import { speedPage } from '../terminal/speed-page.ts'
import { pageWidth } from '../terminal/text.ts'

const EXAMPLES = new URL('../../../../examples/data/', import.meta.url)
/** Beside the requests: how long predictions took. */
const NO_REQUEST = 'measured.json'

const EXAMPLES_OF_USE = `
Examples:
  $ benchcast demo
  $ benchcast demo --once --no-bench > demo.txt
  $ benchcast demo --port 0 --db demo.duckdb`

interface DemoOptions {
  readonly host: string
  readonly port: string
  readonly db: string
  readonly once?: boolean
  readonly bench: boolean
}

/** `benchcast demo`: a real server with the bundled real examples, and what they show. */
export function demoCommand(program: Command): void {
  program
    .command('demo')
    .description('Start a server, load the bundled examples and show what they say, and predicted speeds beside measured ones')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--port <number>', 'port to listen on; 0 takes a free one', '8080')
    .option('--db <file>', 'DuckDB database file, made when it does not exist', '.benchcast/demo.duckdb')
    .option('--no-bench', 'do not measure this machine')
    .option('--once', 'exit instead of serving on')
    .addHelpText('after', EXAMPLES_OF_USE)
    .action(demo)
}

async function demo({ host, port, db, bench, once = false }: DemoOptions): Promise<void> {
  const { parseConfig } = await import('@benchcast/server/config')
  const { startServer, stopOnSignals } = await import('@benchcast/server')
  const server = await startServer(parseConfig({ host, port, db }, process.env))
  stopOnSignals(server)
  for (const warning of server.warnings) console.error(`Warning: ${warning}`)
  const runs = await loadExamples(server.url)
  const [width, ink] = [pageWidth(process.stdout.columns), inkFor(process.stdout, process.env)]
  for (const run of runs) console.log(`${runPage(run, width, ink)}\n`)
  const { level, rows } = await speedExamples(server.url)
  console.log(`${speedPage(rows, level, width, ink)}\n`)
  if (bench) console.log(`${benchPage(await benchForDemo(), width, ink)}\n`)
  console.log(addresses(server.url, runs))
  if (once) return server.close()
  console.error('\nServing until Ctrl-C.')
}

/** Longest time for one of fifteen configurations: all of them take about a minute. */
const DEMO_SECONDS = 1.5

/** Real measurements of small models, and what the predictor learns from them. */
async function benchForDemo() {
  console.error('Measuring small models on this machine; this takes about a minute.')
  const { benchThisMachine, chosenHardware } = await import('../bench/bench-this-machine.ts')
  const configurations = configurationsOf({ models: USUAL_MODELS, batchSizes: USUAL_BATCH_SIZES, precision: 'fp32' })
  return benchThisMachine(configurations, await chosenHardware('cpu'), { method: { ...PROFILES.quick, longestSeconds: DEMO_SECONDS, longestWarmUpSeconds: DEMO_SECONDS } })
}

/** Posts every bundled request. The key follows from the content, so that a second demo finds the runs of the first. */
async function loadExamples(url: string): Promise<RunDocument[]> {
  const files = (await readdir(EXAMPLES)).filter((file) => file.endsWith('.json') && file !== NO_REQUEST).sort()
  const runs: RunDocument[] = []
  for (const file of files) {
    const started = performance.now()
    runs.push(await postExample(url, await readFile(new URL(file, EXAMPLES))))
    console.error(`Evaluated ${file} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  }
  return runs
}

async function postExample(url: string, body: Buffer): Promise<RunDocument> {
  const key = `demo-${createHash('sha256').update(body).digest('hex').slice(0, 40)}`
  const response = await fetch(url + ENDPOINTS.runBenchmark.path, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': key }, body: new Uint8Array(body) })
  const answer = (await response.json()) as RunDocument & { readonly detail?: string }
  if (!response.ok) throw new Error(`The server refused an example: ${response.status} ${answer.detail}`)
  return answer
}

function addresses(url: string, runs: readonly RunDocument[]): string {
  const reports = runs.map(({ benchmark_name, run_id }) => `  ${benchmark_name}\n    ${url}${ENDPOINTS.getBenchmarkReport.path.replace('{run_id}', run_id)}?format=html`)
  return ['Look at', ...reports, `  All runs\n    ${url}${ENDPOINTS.listBenchmarkRuns.path}`, `  API documentation\n    ${url}/docs`].join('\n')
}
