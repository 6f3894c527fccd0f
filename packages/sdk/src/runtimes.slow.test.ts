import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withServer } from '../../../apps/server/src/testing/spawn-server.ts'
import { withFlakyServer } from './testing/flaky-server.ts'
import { DEEDS, EXPECTED, EXPECTED_FAULTS } from './testing/portable-expectation.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const DIST = join(ROOT, 'packages/sdk/dist')
const FLOW = fileURLToPath(new URL('./testing/portable-flow.mjs', import.meta.url))
const FAULTS = fileURLToPath(new URL('./testing/portable-faults.mjs', import.meta.url))
const CHROMIUM = [process.env.CHROMIUM_PATH ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))
const KEY = 'sdk-8Qm2x-71Za-pL0w-test'
/** A server that asks for a key everywhere, on WebSockets too. */
const LOCKED = [['--require-key'], { UNIFIED_API_KEYS: `sdk:${KEY}@admin` }] as const
const LARGEST_BUNDLE_BYTES = 25 * 1024

const FOLDERS = (process.env.PATH ?? '').split(delimiter)
const found = (program: string, folders: readonly string[] = FOLDERS): readonly string[] => folders.map((path) => join(path, program)).filter((path) => existsSync(path))
const majorOf = (path: string): number => Number(/^v(\d+)/.exec(spawnSync(path, ['--version']).stdout?.toString() ?? '')?.[1])
/** Runtimes that are here: the Node that people have besides the one this project brings, Deno, Bun. */
const RUNTIMES = [
  {
    name: 'the Node of this machine',
    program: found(
      'node',
      FOLDERS.filter((path) => !path.includes('node_modules')),
    ).find((path) => majorOf(path) >= 20),
    args: [],
  },
  { name: 'Deno', program: found('deno')[0], args: ['run', '--allow-net', '--allow-env'] },
  { name: 'Bun', program: found('bun')[0], args: ['run'] },
] as const

let folder: string
beforeAll(() => {
  execFileSync(process.execPath, ['scripts/build-sdk.ts'], { cwd: ROOT, stdio: 'pipe' })
  folder = mkdtempSync(join(tmpdir(), 'benchcast-sdk-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Bundles an entry for browsers and gives the file. */
async function bundle(name: string, code: string): Promise<string> {
  const entry = join(folder, `${name}-entry.mjs`)
  writeFileSync(entry, code)
  const built = await rolldown({ input: entry, platform: 'browser', logLevel: 'silent' })
  const file = join(folder, `${name}.mjs`)
  await built.write({ file, format: 'esm', minify: true })
  await built.close()
  return file
}

describe('The built package', () => {
  it('is 25 KB at most when everything of it is bundled and compressed', async () => {
    const file = await bundle('whole', `export * from ${JSON.stringify(join(DIST, 'index.js'))}`)
    const bytes = gzipSync(readFileSync(file)).length
    expect(bytes).toBeGreaterThan(2000)
    expect(bytes).toBeLessThanOrEqual(LARGEST_BUNDLE_BYTES)
  })

  it('depends on nothing, and its declarations compile in a strict project without Node types', () => {
    const facts = JSON.parse(readFileSync(join(DIST, 'package.json'), 'utf8'))
    expect([facts.dependencies, facts.devDependencies, facts.private]).toEqual([undefined, undefined, undefined])
    mkdirSync(join(folder, 'strict/node_modules/@benchcast'), { recursive: true })
    symlinkSync(DIST, join(folder, 'strict/node_modules/@benchcast/sdk'))
    const compilerOptions = { strict: true, noEmit: true, target: 'es2022', module: 'nodenext', types: [], lib: ['es2022', 'dom', 'dom.iterable', 'dom.asynciterable'] }
    writeFileSync(join(folder, 'strict/tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.mts'] }))
    writeFileSync(join(folder, 'strict/program.mts'), PROGRAM)
    const { status, stdout } = spawnSync(join(ROOT, 'node_modules/.bin/tsc'), ['-p', join(folder, 'strict')])
    expect(stdout.toString()).toBe('')
    expect(status).toBe(0)
  })

  describe.each(RUNTIMES)('in $name', ({ name, program, args }) => {
    /** What a function of a module of ours gives there. */
    async function run(module: string, what: string, ...given: readonly string[]): Promise<unknown> {
      const file = join(folder, `${what}-${name.replaceAll(' ', '-')}.mjs`)
      writeFileSync(
        file,
        `import * as sdk from ${JSON.stringify(join(DIST, 'index.js'))}\nimport { ${what} } from ${JSON.stringify(module)}\nconsole.log(JSON.stringify(await ${what}(sdk, ...${JSON.stringify(given)})))`,
      )
      const { stdout, stderr } = await promisify(execFile)(program!, [...args, file], { timeout: 60_000 })
      expect(stderr).toBe('')
      return JSON.parse(stdout)
    }

    it.skipIf(program === undefined)('works', () => withServer(async (url) => expect(await run(FLOW, 'flow', url, KEY)).toEqual(EXPECTED), ...LOCKED))
    it.skipIf(program === undefined)('meets faults as everywhere', () => withFlakyServer(DEEDS, async (url) => expect(await run(FAULTS, 'faults', url)).toEqual(EXPECTED_FAULTS)))
  })

  it.skipIf(CHROMIUM === undefined)('works in a page of another origin', async () => {
    await bundle('page', `export * from ${JSON.stringify(join(DIST, 'index.js'))}\nexport { flow } from ${JSON.stringify(FLOW)}`)
    const files = createServer(({ url = '/' }, response) => {
      const script = basename(url) === 'page.mjs'
      response.setHeader('content-type', script ? 'text/javascript' : 'text/html').end(script ? readFileSync(join(folder, 'page.mjs')) : '<!doctype html><title>A page</title>')
    })
    await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve))
    const browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', '--disable-gpu'] })
    try {
      const page = await browser.newPage()
      await page.goto(`http://127.0.0.1:${(files.address() as AddressInfo).port}/`)
      const run = (url: string) => page.evaluate(`import('/page.mjs').then((sdk) => sdk.flow(sdk, ${JSON.stringify(url)}, ${JSON.stringify(KEY)}))`)
      await withServer(async (url) => expect(await run(url)).toEqual(EXPECTED), ...LOCKED)
    } finally {
      await browser.close()
      files.close()
    }
  })
})

/** What people write, with what the compiler must refuse. */
const PROGRAM = `
import { Benchcast, HardwarePlatform, NotFoundError, PredictivePerformanceClient, type RunDocument } from '@benchcast/sdk'
const client = new Benchcast()
const task = await client.tasks.wait(client.predict.hardware({ model_name: 'm' }))
const primary: string = task.result.primary_recommendation
const [lower, upper]: readonly [number, number] = task.result.ranking[0]!.score_interval
const markdown: string = await client.evaluate.report('id', { format: 'markdown' })
const sentences: readonly string[] = (await client.evaluate.report('id')).report.recommendations
const run: RunDocument = (await client.evaluate.get('id')).run
for await (const { throughput } of client.measurements.list()) { const value: number | null = throughput; void value }
const classic = await new PredictivePerformanceClient().predictPerformance({ modelName: 'm', hardware: HardwarePlatform.CUDA, wait: true })
if ('result' in classic) console.log(classic.result?.predictions.cuda?.throughput)
await client.evaluate.run({ benchmark_name: 'n', dataset_id: 'd', task_type: 'classification', model_predictions: { a: new Uint8Array([0, 1]), b: ['x'] }, ground_truth: [0, 1], sample_weight: new Float64Array(2) })
void [primary, lower, upper, markdown, sentences, run, NotFoundError]
// @ts-expect-error: the field is model_name
void client.predict.hardware({ model: 'm' })
// @ts-expect-error: an id is needed
void client.evaluate.get()
`
