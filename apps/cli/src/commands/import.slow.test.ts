import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { PREDICTIVE_PREFIX } from '@benchcast/core/api'
import { describe, expect, it } from 'vitest'
import { withServer } from '../../../server/src/testing/spawn-server.ts'

const run = promisify(execFile)
const BIN = new URL('../../bin/benchcast.cjs', import.meta.url).pathname
const TESTDATA = new URL('../../../../packages/core/testdata/imports/', import.meta.url)
const file = (name: string) => new URL(name, TESTDATA).pathname
const importing = (...options: string[]) => run(process.execPath, [BIN, 'import', ...options], { timeout: 60_000 })

describe('benchcast import', () => {
  it('records the results of another tool in a server, once', async () => {
    await withServer(async (url) => {
      const options = [file('qualcomm-ai-hub.yaml'), '--url', url]
      const { stdout } = await importing(...options)
      expect(stdout).toMatch(/(\d+) of \d+ measurements of .+ recorded in/)
      await importing(...options)
      const { total } = (await (await fetch(`${url}${PREDICTIVE_PREFIX}/measurements`)).json()) as { total: number }
      expect(total).toBe(Number(/(\d+) of \d+ measurements/.exec(stdout)![1]))
    })
  })

  it('lists the formats, and turns any of them into the Bencher metric format', async () => {
    expect((await importing('--list')).stdout).toMatch(/^hyperfine\s+\S/m)
    const { stdout } = await importing(file('mlperf-SingleStream-summary.txt'), '--model', 'resnet50', '--hardware', 'cuda', '--to', 'bencher')
    expect(Object.keys(JSON.parse(stdout))[0]).toContain('resnet50')
  })

  it.each([
    [[], /There is nothing to import/],
    [['no-such-file.json'], /no-such-file.json cannot be read/],
    [[new URL('README.md', TESTDATA).pathname], /output of no tool known here/],
    [[file('mlperf-SingleStream-summary.txt')], /give model_name/],
    [[file('qualcomm-ai-hub.yaml'), '--url', 'http://127.0.0.1:9'], /does not answer.*benchcast serve/],
  ])('%j is refused in a line', async (options, message) => {
    await expect(importing(...options)).rejects.toMatchObject({ stderr: expect.stringMatching(message) })
  })
})
