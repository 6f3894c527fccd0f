import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type RunningServer, startServer } from '@benchcast/server'
import { parseConfig } from '@benchcast/server/config'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** The examples of the original document name this port. */
const PORT = 8000
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const python = here('../../.venv/bin/python')
const run = promisify(execFile)

let server: RunningServer
let folder: string

beforeAll(async () => {
  if (!(await isFree(PORT))) throw new Error(`Port ${PORT} on 127.0.0.1 is in use: stop the program that uses it, the examples of the original document name this port.`)
  folder = await mkdtemp(join(tmpdir(), 'benchcast-seed-'))
  server = await startServer(parseConfig({ port: String(PORT), db: join(folder, 'seed.duckdb') }))
})

afterAll(async () => {
  await server?.close()
  if (folder) await rm(folder, { recursive: true, force: true })
})

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}

describe('the examples of the original document, unchanged', () => {
  it('JavaScript prints the best model', async () => {
    const { stdout } = await run(process.execPath, [here('run-benchmark.mjs')])
    expect(stdout).toBe('Best accuracy: model-1\n')
  })

  it('cURL prints the metrics of both models', async () => {
    const { stdout } = await run('bash', [here('run-benchmark.sh')])
    const answer = JSON.parse(stdout)
    expect(answer).toMatchObject({
      success: true,
      benchmark_name: 'Credit Risk Model Comparison',
      metrics: { 'model-1': { accuracy: 1, f1_score: 1 }, 'model-2': { accuracy: 0.8, f1_score: 0.8 } },
      comparison_results: {
        rankings: {
          accuracy: [
            { model_id: 'model-1', value: 1, rank: 1 },
            { model_id: 'model-2', value: 0.8, rank: 2 },
          ],
        },
        best_models: { accuracy: 'model-1' },
      },
    })
    expect(answer.run_id).toMatch(/^benchmark-run-/)
  })

  it.skipIf(!existsSync(python))('Python prints the best model (needs .venv, made from python/tools/requirements.txt)', async () => {
    const { stdout } = await run(python, [here('run_benchmark.py')], { env: { ...process.env, NO_PROXY: 'localhost' } })
    expect(stdout).toBe('Best accuracy: model-1\n')
  })

  it('were stored, each as a run of its own', async () => {
    const answer = await (await fetch(`${server.url}/api/v1/model-performance/benchmark-runs?limit=10&offset=0`)).json()
    expect((answer as { total: number }).total).toBe(existsSync(python) ? 3 : 2)
  })

  it('stand in the files as in the document', () => {
    expect(readFileSync(here('run-benchmark.sh'), 'utf8')).toMatch(/^curl -X POST "http:\/\/localhost:8000\/api\/v1\/model-performance\/run-benchmark" \\\n/)
    expect(readFileSync(here('run-benchmark.mjs'), 'utf8')).toMatch(/^\/\/ Run benchmark\nconst response = await fetch\('http:\/\/localhost:8000\//)
    expect(readFileSync(here('run_benchmark.py'), 'utf8')).toMatch(/^import requests\n\n# Run benchmark\n/)
  })
})
