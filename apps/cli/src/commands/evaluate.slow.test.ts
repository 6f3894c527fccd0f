import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RunDocument } from '@benchcast/core/api'
import { evaluateRun } from '@benchcast/core/evaluate'
import { createRandom } from '@benchcast/core/stats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withFileReader } from '../columns/reader.ts'

const BIN = fileURLToPath(new URL('../../bin/benchcast.cjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'benchcast-evaluate-'))
const at = (name: string) => join(folder, name)
const DATABASE = ['--db', 'runs.duckdb']

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}
function benchcast(args: readonly string[], { input, environment = {} }: { readonly input?: string; readonly environment?: Record<string, string> } = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: folder, maxBuffer: 1e8, env: { ...process.env, BENCHCAST_URL: '', BENCHCAST_API_KEY: '', ...environment } }
    const child = execFile(process.execPath, [BIN, ...args], options, (_, stdout, stderr) => resolve({ code: child.exitCode!, stdout, stderr }))
    child.stdin!.end(input ?? '')
  })
}
const documentOf = async (...args: readonly string[]): Promise<RunDocument> => {
  const { code, stdout, stderr } = await benchcast([...args, '--json'])
  expect(stderr).not.toContain('benchcast:')
  expect(code).toBe(0)
  return JSON.parse(stdout) as RunDocument
}
/** What does not depend on when and where a run was made. */
const facts = ({ run_id: _, created_at: __, ...rest }: RunDocument) => JSON.parse(JSON.stringify(rest)) as Omit<RunDocument, 'run_id' | 'created_at'>

const N = 1500
const random = createRandom(7)
const truth = Array.from({ length: N }, () => (random.next() < 0.4 ? 'yes' : 'no'))
const other = (label: string) => (label === 'yes' ? 'no' : 'yes')
const predicted = (error: number) => truth.map((label) => (random.next() < error ? other(label) : label))
const [forest, net, worse] = [predicted(0.1), predicted(0.12), predicted(0.2)] as const
const score = truth.map((label) => Number((0.5 * random.next() + (label === 'yes' ? 0.4 : 0.1)).toFixed(4)))
const sex = truth.map(() => (random.next() < 0.5 ? 'f' : 'm'))
const REQUEST = {
  benchmark_name: 'credit',
  dataset_id: 'credit',
  task_type: 'classification',
  ground_truth: truth,
  model_predictions: { forest, net },
  model_probabilities: { net: score },
  sensitive_features: { sex },
}
const EXPECTED = facts(evaluateRun(REQUEST, { runId: 'r', createdAt: 't' }))

const csv = (columns: Readonly<Record<string, readonly unknown[]>>): string => {
  const names = Object.keys(columns)
  const cell = (value: unknown) => (typeof value === 'string' && /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : String(value))
  return [names.map(cell).join(','), ...columns[names[0]!]!.map((_, row) => names.map((name) => cell(columns[name]![row])).join(','))].join('\n')
}
const TABLE = { id: truth.map((_, i) => i), label: truth, prediction_forest: forest, prediction_net: net, probability_net: score, group_sex: sex }

beforeAll(async () => {
  writeFileSync(at('credit.csv'), csv(TABLE))
  const rows = truth.map((_, row) => Object.fromEntries(Object.entries(TABLE).map(([name, column]) => [name, column[row]])))
  writeFileSync(at('credit.ndjson'), rows.map((row) => JSON.stringify(row)).join('\n'))
  writeFileSync(at('rows.json'), JSON.stringify(rows))
  writeFileSync(at('request.json'), JSON.stringify(REQUEST))
  writeFileSync(at('main.csv'), csv({ label: truth, prediction_forest: forest }))
  writeFileSync(at('worse.csv'), csv({ label: truth, prediction_forest: worse }))
  writeFileSync(at('few.csv'), csv({ label: truth.slice(0, 40), prediction_forest: truth.slice(0, 40).map((label, i) => (i % 7 === 0 ? other(label) : label)) }))
  await withFileReader((reader) => reader.run(`COPY (SELECT * FROM read_csv('${at('credit.csv')}', auto_type_candidates = ['BIGINT', 'DOUBLE', 'VARCHAR'])) TO '${at('credit.parquet')}'`))
})
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

describe('benchcast evaluate', () => {
  it.each(['credit.csv', 'credit.parquet', 'credit.ndjson', 'request.json'])('gives the document of the API for %s', async (file) => {
    expect(facts(await documentOf('evaluate', file))).toEqual(EXPECTED)
  })

  it('reads a JSON array of rows, standard input, and columns with names of their own', async () => {
    expect(facts(await documentOf('evaluate', 'rows.json', '--name', 'credit', '--dataset', 'credit'))).toEqual(EXPECTED)
    const { stdout } = await benchcast(['evaluate', '--json', '--name', 'credit', '--dataset', 'credit'], { input: readFileSync(at('credit.csv'), 'utf8') })
    expect(facts(JSON.parse(stdout) as RunDocument)).toEqual(EXPECTED)
    writeFileSync(at('odd.csv'), csv({ 'the truth': truth, 'a,b': forest, nn: net, p: score, s: sex }))
    const named = await documentOf('evaluate', 'odd.csv', '--truth', 'the truth', '--model', 'forest=a,b', '--model', 'net=nn:p', '--group', 's')
    expect(named.metrics).toEqual(EXPECTED.metrics)
  })

  it('joins one file for each model by an id, whatever the order of its rows', async () => {
    const shuffled = truth.map((_, i) => (i * 7) % N)
    writeFileSync(at('truth.csv'), csv({ id: TABLE.id, label: truth, group_sex: sex }))
    writeFileSync(at('rf.csv'), csv({ id: shuffled, prediction: shuffled.map((i) => forest[i]) }))
    writeFileSync(at('nn.csv'), csv({ id: TABLE.id, prediction: net, probability: score }))
    const joined = await documentOf('evaluate', 'truth.csv', 'forest=rf.csv', 'net=nn.csv')
    expect(joined.metrics).toEqual(EXPECTED.metrics)
    writeFileSync(at('short.csv'), csv({ id: [0, 1], prediction: ['yes', 'no'] }))
    const short = await benchcast(['evaluate', 'truth.csv', 'short.csv'])
    expect(short).toMatchObject({ code: 1, stdout: '' })
    expect(short.stderr).toMatch(/short.csv has no row with id \d+, which truth.csv has/)
  })

  it('finds labels that come late, many classes, wide probabilities, whole numbers beyond a byte, and regression', async () => {
    const late = Array.from({ length: 60_000 }, (_, i) => (i < 59_990 ? 'a' : 'rare'))
    writeFileSync(at('late.csv'), csv({ label: late, prediction_m: late.map(() => 'a') }))
    expect((await documentOf('evaluate', 'late.csv')).metrics.m!.accuracy).toBe(59_990 / 60_000)
    const codes = Array.from({ length: 400 }, (_, i) => (i % 4) * 300)
    writeFileSync(at('codes.csv'), csv({ label: codes, prediction_m: codes.map((code, i) => (i % 5 === 0 ? 0 : code)) }))
    const coded = await documentOf('evaluate', 'codes.csv')
    expect(coded.details.m!.confusion_matrix!.labels).toEqual([0, 300, 600, 900])
    expect(coded.metrics.m!.accuracy).toBe(codes.filter((code, i) => i % 5 !== 0 || code === 0).length / 400)
    writeFileSync(
      at('wide.csv'),
      csv({ label: ['c', 'a', 'b', 'a'], prediction_m: ['c', 'a', 'a', 'a'], probability_m_c: [0.6, 0.1, 0.2, 0.1], probability_m_a: [0.2, 0.7, 0.5, 0.8], probability_m_b: [0.2, 0.2, 0.3, 0.1] }),
    )
    const wide = await documentOf('evaluate', 'wide.csv')
    expect(wide.metrics.m!.log_loss).toBeCloseTo(-(Math.log(0.6) + Math.log(0.7) + Math.log(0.3) + Math.log(0.8)) / 4, 12)
    writeFileSync(at('numbers.csv'), csv({ target: [1.5, 2.25, 3, 4.5], prediction: [1, 2, 3, 4] }))
    const regression = await documentOf('evaluate', 'numbers.csv')
    expect(regression).toMatchObject({ task_type: 'regression', models: ['numbers'] })
    expect(regression.metrics.numbers!.mae).toBeCloseTo((0.5 + 0.25 + 0 + 0.5) / 4, 12)
  })

  it.each([
    [['evaluate', 'nothing.csv'], 5, 'There is no file nothing.csv'],
    [['evaluate', 'hole.csv'], 1, 'hole.csv, column prediction_m, data row 2: there is no value'],
    [['evaluate', 'credit.csv', '--truth', 'y'], 2, "There is no column 'y', which --truth names. credit.csv has id, label"],
    [['evaluate', 'credit.csv', '--fail-below', 'acuracy=0.9'], 2, "names the metric 'acuracy'"],
    [['evaluate', 'credit.csv', '--baseline', 'nobody', ...DATABASE], 5, "There is no baseline 'nobody'"],
    [['report', 'benchmark-run-none', ...DATABASE], 5, 'benchmark-run-none'],
  ])('refuses %j with a sentence', async (args, exit, message) => {
    writeFileSync(at('hole.csv'), 'label,prediction_m\na,a\nb,\n')
    const { code, stderr, stdout } = await benchcast(args)
    expect(stderr).toContain(message)
    expect(stderr).not.toContain('    at ')
    expect(code).toBe(exit)
    expect(stdout).toBe('')
  })
})

describe('a gate', () => {
  it('fails a build with exit code 3 only for what chance does not explain', async () => {
    const exit = async (...args: readonly string[]) => (await benchcast(['evaluate', ...args, '-q'])).code
    const accuracy = EXPECTED.metrics.net!.accuracy!
    expect(await exit('credit.csv', '--fail-below', 'accuracy=0.95')).toBe(3)
    expect(await exit('credit.csv', '--fail-below', `accuracy=${accuracy + 0.005}`)).toBe(0)
    expect(await exit('credit.csv', '--fail-below', `accuracy=${accuracy + 0.005}`, '--no-significant')).toBe(3)
    expect(await exit('credit.csv', '--fail-above', 'accuracy=0.5')).toBe(3)
    expect(await exit('worse.csv', '--baseline', 'main.csv')).toBe(3)
    expect(await exit('main.csv', '--baseline', 'worse.csv')).toBe(0)
    expect(await exit('few.csv', '--baseline', 'main.csv')).toBe(0)
    expect(await exit('credit.csv', '--baseline', 'forest', '--gate-metrics', 'accuracy')).toBe(0)
  })

  it('is what the example workflow runs', async () => {
    const workflow = readFileSync(new URL('../../../../examples/ci/model-gate.yml', import.meta.url), 'utf8')
    const [, command] = /benchcast (evaluate predictions\.csv\n[\s\S]*?--github)\n/.exec(workflow)!
    const gate = async (predictions: string) => {
      writeFileSync(at('predictions.csv'), readFileSync(at(predictions)))
      return (await benchcast(command!.split(/\s+/))).code
    }
    expect([await gate('main.csv'), await gate('worse.csv')]).toEqual([0, 3])
    expect(readFileSync(at('report.html'), 'utf8')).toContain('<html')
    const first = await benchcast(['evaluate', 'main.csv', '--baseline', 'gone.csv', '--allow-missing-baseline'])
    expect(first).toMatchObject({ code: 0, stderr: expect.stringContaining("There is no baseline 'gone.csv': there is no such file. Nothing is compared with it.") })
  })

  it('tests in pairs where the rows are the same, as the API does', async () => {
    const { stdout } = await benchcast(['evaluate', 'worse.csv', '--baseline', 'main.csv', '--json'])
    const { gate } = JSON.parse(stdout) as { readonly gate: { readonly checks: readonly { readonly test: string; readonly pValue: number; readonly verdict: string }[] } }
    const api = evaluateRun({ ...REQUEST, model_predictions: { worse, forest }, model_probabilities: null }, { runId: 'r', createdAt: 't' })
    const pair = api.comparisons.find(({ metric }) => metric === 'accuracy')!
    expect(gate.checks).toMatchObject([{ test: pair.test, pValue: pair.p_value, verdict: 'failed' }])
  })

  let id = ''
  it('compares with a stored run by its tag, and annotates for GitHub', async () => {
    const stored = await benchcast(['evaluate', 'main.csv', '--save', '--name', 'credit', '--dataset', 'credit', '--tag', 'main', '-q', ...DATABASE])
    expect(stored).toMatchObject({ code: 0, stdout: expect.stringMatching(/^benchmark-run-\S+\n$/) })
    id = stored.stdout.trim()
    const summary = at('summary.md')
    const gated = await benchcast(['evaluate', 'worse.csv', '--name', 'credit', '--dataset', 'credit', '--baseline', 'main', '--github', ...DATABASE], {
      environment: { GITHUB_STEP_SUMMARY: summary },
    })
    expect(gated.code).toBe(3)
    expect(gated.stderr).toMatch(/^::error file=worse\.csv,title=accuracy of forest::forest: accuracy 0\.\d+, forest of main has 0\.\d+\. Chance does not explain it \(intervals/m)
    expect(readFileSync(summary, 'utf8')).toMatch(/^## ❌ Gate failed[\s\S]*# credit/)
    expect((await benchcast(['evaluate', id, '--fail-below', 'accuracy=0.5', '-q', ...DATABASE])).code).toBe(0)
    const absent = await benchcast(['evaluate', 'main.csv', '--baseline', 'never', '--allow-missing-baseline', ...DATABASE])
    expect(absent.code).toBe(0)
  })

  it('leaves a run that runs, history, compare and report read back', async () => {
    const runs = await benchcast(['runs', '-q', ...DATABASE])
    expect(runs.stdout).toBe(`${id}\n`)
    expect((await benchcast(['history', 'forest', ...DATABASE])).stdout).toMatch(/forest over 1 run[\s\S]*Accuracy ↑/)
    expect((await benchcast(['compare', 'forest', 'nobody', ...DATABASE])).stdout).toMatch(/Accuracy ↑[\s\S]*In no stored run: nobody/)
    await benchcast(['report', 'latest', '--out', 'report.html', ...DATABASE])
    expect(readFileSync(at('report.html'), 'utf8')).toContain('<!doctype html>')
  })
})
