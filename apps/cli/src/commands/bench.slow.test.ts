import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const run = promisify(execFile)
const BIN = new URL('../../bin/benchcast.cjs', import.meta.url).pathname
const bench = (...options: string[]) => run(process.execPath, [BIN, 'bench', ...options], { timeout: 100_000 })
const TINY = ['prajjwal1/bert-tiny', '--sequence', '16', '--seconds', '0.3']

describe('benchcast bench', () => {
  it('measures, shows what was predicted before and after, and writes everything it measured', async () => {
    const out = join(tmpdir(), `benchcast-bench-${process.pid}.json`)
    const { stdout, stderr } = await bench(...TINY, '--batch', '1,2', '--out', out)
    expect(stdout).toMatch(/Measured on .+\n/)
    expect(stdout).toMatch(/Median error of those held back: \d+ % before, \d+ % after/)
    expect(stderr).toContain('[2/2] prajjwal1/bert-tiny, batch 2: done')
    const { results, machine } = JSON.parse(await readFile(out, 'utf8'))
    expect(results).toMatchObject([
      { model_name: 'prajjwal1/bert-tiny', batch_size: 1, precision: 'fp32' },
      { batch_size: 2, raw: { isPrecise: expect.any(Boolean) } },
    ])
    expect(results[0].raw.samples.length).toBe(results[0].latency.runs)
    expect(machine.runtime).toMatch(/^onnxruntime-node \d/)
  })

  it('prints JSON alone when asked to, in other number formats too', async () => {
    const { stdout } = await bench(...TINY, '--batch', '1', '--precision', 'int8', '--json')
    expect(JSON.parse(stdout).results).toMatchObject([{ precision: 'int8', throughputPerSecond: expect.any(Number) }])
  })

  it('measures a decode step of a language model as tokens a second, predicted as one, and reads a sequence as the Benchmark API does', async () => {
    const gpt = ['EleutherAI/pythia-70m', '--sequence', '16', '--seconds', '0.3', '--batch', '2', '--json']
    const [step, read] = [await bench(...gpt, '--phase', 'decode'), await bench(...gpt)].map(({ stdout }) => JSON.parse(stdout).results[0])
    expect(step).toMatchObject({ phase: 'decode', item: 'token', input_size: 16, predicted_throughput: expect.any(Number) })
    expect(step.throughputPerSecond).toBeCloseTo((2 * step.latency.runs) / step.raw.windowSeconds, 6)
    expect(read).toMatchObject({ phase: 'prefill', item: 'sample', input_size: 16 })
    expect(step.predicted_throughput).not.toBe(read.predicted_throughput)
  })

  it.each([
    [['no-such-model-at-all'], /no-such-model-at-all cannot be run: its graph is not known/],
    [['prajjwal1/bert-tiny', '--phase', 'decode'], /It has no decode step/],
    [['--mode', 'training'], /ONNX Runtime for Node runs models forward only.*mode inference.*predict-performance/s],
    [['--batch', '0'], /--batch is '0': give a whole number above 0/],
    [['--seconds', 'x'], /--seconds is 'x'/],
    [['--hardware', 'qnn'], /This machine cannot measure on qnn/],
    [['--hardware', 'abacus'], /give one of cpu, cuda/],
  ])('%j is refused in a line', async (options, message) => {
    await expect(bench(...options)).rejects.toMatchObject({ stderr: expect.stringMatching(message) })
  })
})
