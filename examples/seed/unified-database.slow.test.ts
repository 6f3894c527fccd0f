import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type RunningServer, startServer } from '@benchcast/server'
import { parseConfig } from '@benchcast/server/config'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** The document of the predictive API names this port. */
const PORT = 8080
/** Where the document says `your-api-key`. */
const KEY = randomBytes(24).toString('hex')
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const python = process.env.BENCHCAST_PYTHON ?? here('../../.venv/bin/python')
const run = promisify(execFile)
const CONFIGURATION = { model_name: 'bert-base-uncased', hardware_platform: 'cpu', batch_size: 8, sequence_length: 128, precision: 'fp32' }

let server: RunningServer | undefined
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benchcast-unified-'))
  process.env.UNIFIED_API_KEYS = KEY
  server = await startServer(parseConfig({ port: String(PORT), db: join(folder, 'unified.duckdb'), benchmarkDir: join(folder, 'none') }))
})

afterAll(async () => {
  delete process.env.UNIFIED_API_KEYS
  await server?.close()
  if (folder) await rm(folder, { recursive: true, force: true })
})

const environment = () => ({ ...process.env, NO_PROXY: 'localhost' })
const withKey = () => readFileSync(here('unified_database.py'), 'utf8').replace('your-api-key', KEY)
const printed = async (): Promise<string> => (await run(python, ['-c', withKey()], { env: environment() })).stdout

const predict = async (): Promise<number> => {
  const response = await fetch(`http://localhost:${PORT}/api/predictive-performance/predict-performance?wait=60`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': KEY },
    body: JSON.stringify({ ...CONFIGURATION, hardware: 'cpu' }),
  })
  return response.status
}

describe.skipIf(!existsSync(python))('the query across components of the original document, unchanged', () => {
  it('prints what there is of a model that nobody has heard of', async () => {
    expect(await printed()).toBe('Test success rate: 0.00\nBenchmark performance: N/A\nPredicted performance: N/A\n')
  })

  it('prints the newest prediction', async () => {
    expect(await predict()).toBe(200)
    expect(await printed()).toMatch(/^Test success rate: 0\.00\nBenchmark performance: N\/A\nPredicted performance: \d+(\.\d+)?\n$/)
  })

  it('is answered with 401 as long as the key is still the word of the document, and then prints nothing', async () => {
    expect((await run(python, [here('unified_database.py')], { env: environment() })).stdout).toBe('')
  })

  it('stands in the file as in the document', () => {
    expect(readFileSync(here('unified_database.py'), 'utf8')).toMatch(
      /^import requests\n\n# Query the unified database view for a specific model\nresponse = requests\.get\(\n {4}"http:\/\/localhost:8080\//,
    )
  })
})
