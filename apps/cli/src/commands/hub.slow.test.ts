import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installStandIn, writeFiles } from '@benchcast/bench/hub-testing'
import { goodModel } from '@benchcast/bench/testing'
import { afterAll, describe, expect, it } from 'vitest'
import { runBenchcast } from '../testing/run-benchcast.ts'

const LONG = 300_000
const MODEL = 'hub:acme/tiny'
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'benchcast-test-')))
writeFiles(join(installStandIn(folder), 'acme/tiny'), { 'config.json': '{"model_type":"bert"}', 'onnx/model.onnx': goodModel() })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** An address at which nobody listens. */
const OFFLINE = { HF_ENDPOINT: 'http://127.0.0.1:4' }
const inFolder = (...args: string[]) => runBenchcast(args, { cwd: folder, env: OFFLINE })

describe('A model of the hub that the library, installed where benchcast is started, has in its cache', () => {
  it(
    'is measured with its own weights and without a network',
    async () => {
      const { code, stdout } = await inFolder('bench', MODEL, '--batch', '2', '--seconds', '0.3', '--json')
      expect(code).toBe(0)
      expect(JSON.parse(stdout).results).toMatchObject([{ model_name: MODEL, batch_size: 2, hasOwnWeights: true, inputs: [{ name: 'x', shape: [2, 4] }] }])
    },
    LONG,
  )

  it(
    'is measured and tested by a server as well, and what is not in the cache ends with the reason',
    async () => {
      const measured = await inFolder('benchmark', 'start', MODEL, '--db', 'hub.duckdb', '--batch-sizes', '2', '--max-seconds', '0.3', '--json')
      expect(JSON.parse(measured.stdout).results[MODEL].cpu.batches).toMatchObject([{ status: 'completed', measurement_id: expect.stringMatching(/^meas-/) }])
      const tested = await inFolder('test', MODEL, '--db', 'hub.duckdb')
      expect(tested).toMatchObject({ code: 0, stdout: expect.stringContaining('4 passed, 0 failed') })
      const missing = await inFolder('test', MODEL, '--db', 'hub.duckdb', '--precision', 'int8')
      expect(missing.code).not.toBe(0)
      expect(missing.stdout + missing.stderr).toMatch(/onnx\/model_quantized\.onnx of acme\/tiny is not in the cache.*cannot be reached/)
    },
    LONG,
  )

  it.each([
    [[MODEL, '--precision', 'int8'], folder, /onnx\/model_quantized\.onnx of acme\/tiny is not in the cache.*127\.0\.0\.1:4 cannot be reached/],
    [['hub:../x'], folder, /"hub:\.\.\/x" is no model of the hub/],
    [[MODEL], tmpdir(), /npm install --no-save @huggingface\/transformers/],
  ])(
    'bench %j is refused in a line where that cannot be',
    async (args, cwd, message) => {
      expect(await runBenchcast(['bench', ...args], { cwd, env: OFFLINE })).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(message) })
    },
    LONG,
  )
})
