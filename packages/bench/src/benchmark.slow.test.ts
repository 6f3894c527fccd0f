import { existsSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { resolveModel } from '@benchcast/core/models'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BenchmarkQuestion, benchmark, ModelFiles, PROFILES } from './index.ts'
import { availableHardware } from './machine/available-hardware.ts'

let files: ModelFiles
beforeAll(async () => {
  files = await ModelFiles.create()
})
afterAll(() => files.remove())

const LAYER = { heads: 4, intermediate: 512, activation: 'gelu_tanh', norm: 'layer', arrangement: 'pre', biases: ['query', 'key', 'value', 'output', 'up', 'down', 'norm'] } as const
const tiny = resolveModel({ modelName: 'prajjwal1/bert-tiny' }).graph!
/** Large enough that reading 48 tokens takes longer than making one. */
const small = { builder: 'decoder', config: { width: 128, layers: 4, layer: LAYER, vocabulary: 500, tiedEmbeddings: true, positions: 64, finalNorm: true } } as const
const SHORT = { ...PROFILES.quick, longestSeconds: 1, longestWarmUpSeconds: 0.3 }
const question: BenchmarkQuestion = { architecture: tiny, size: { batch: 1, sequence: 16 }, precision: 'fp32', providers: ['cpu'], method: SHORT }
const runFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('benchcast-run-'))

describe('A benchmark', () => {
  it.each(['fp32', 'fp16', 'int8', 'int4'] as const)('really runs a model in %s and tells how long it took', async (precision) => {
    const steps: string[] = []
    const { latency, throughputPerSecond, raw } = await benchmark({ ...question, precision }, { files, onStep: ({ step }) => steps.push(step) })
    expect(latency.p50).toBeGreaterThan(0)
    expect(throughputPerSecond).toBeCloseTo(latency.runs / raw.windowSeconds, 9)
    expect(raw.samples.length).toBe(latency.runs)
    expect(raw.memory!.peak).toBeGreaterThan(raw.memory!.before)
    expect(raw.nonFiniteOutputs).toEqual([])
    expect([...new Set(steps)].slice(0, 2)).toEqual(['loading', 'first run'])
  })

  it('of eight samples a query counts them all, however many runs they take', async () => {
    const { throughputPerSecond, latency, raw } = await benchmark({ ...question, size: { batch: 4, sequence: 16 }, method: { ...SHORT, scenario: 'multi_stream' } }, { files })
    expect(throughputPerSecond).toBeCloseTo((8 * latency.runs) / raw.windowSeconds, 9)
  })

  it('of a decode step makes a token of each sample after those that are cached, faster than reading them all', async () => {
    const gpt: BenchmarkQuestion = { ...question, architecture: small, size: { batch: 2, sequence: 48, phase: 'decode' } }
    const { throughputPerSecond, latency, raw } = await benchmark(gpt, { files })
    expect(throughputPerSecond).toBeCloseTo((2 * latency.runs) / raw.windowSeconds, 9)
    expect(raw.nonFiniteOutputs).toEqual([])
    const prefill = await benchmark({ ...gpt, size: { ...gpt.size, phase: 'prefill' } }, { files })
    expect(prefill.latency.minimum).toBeGreaterThan(latency.minimum)
  })

  it('of random arrivals counts the wait for the one before', async () => {
    const { raw } = await benchmark({ ...question, method: { ...SHORT, scenario: 'server', queriesPerSecond: 50 } }, { files })
    expect(raw.queriesPerSecond).toBe(50)
    expect(raw.samples.length / raw.windowSeconds).toBeLessThan(100)
  })

  it('shares the weights of one model among batch sizes, and leaves no process and no folder behind', async () => {
    const before = runFolders().length
    await benchmark({ ...question, size: { batch: 3, sequence: 16 } }, { files })
    expect(readdirSync(files.folder).filter((name) => name.endsWith('.part'))).toEqual([])
    expect(runFolders().length).toBe(before)
  })

  it('can be stopped at any moment', async () => {
    const stop = new AbortController()
    const reason = new Error('enough')
    await expect(
      benchmark({ ...question, method: { ...SHORT, longestSeconds: 60, relativeHalfWidth: 0 } }, { files, signal: stop.signal, onStep: ({ step }) => step === 'measuring' && stop.abort(reason) }),
    ).rejects.toBe(reason)
  })

  it('that takes too long, needs too much memory or names what the runtime does not have says so', async () => {
    await expect(benchmark({ ...question, method: { ...SHORT, longestSeconds: 60, relativeHalfWidth: 0 } }, { files, limits: { timeoutSeconds: 2 } })).rejects.toMatchObject({ code: 'run_timed_out' })
    await expect(benchmark(question, { files, limits: { memoryBytes: 2 ** 26 } })).rejects.toMatchObject({ code: expect.stringMatching(/run_out_of_memory|run_crashed/) })
    await expect(benchmark({ ...question, providers: ['nonsense'] }, { files })).rejects.toMatchObject({ code: 'run_failed', message: expect.stringContaining('nonsense') })
  })

  it('can use the processor of any machine, and says why other hardware is not available', async () => {
    const hardware = await availableHardware()
    expect(hardware.find(({ platform }) => platform === 'cpu')).toMatchObject({ isAvailable: true, providers: ['cpu'], device: expect.stringMatching(/./) })
    for (const { isAvailable, reason } of hardware) expect(reason === '').toBe(isAvailable)
  })

  it('removes its models when asked', async () => {
    const own = await ModelFiles.create()
    await benchmark(question, { files: own })
    await own.remove()
    expect(existsSync(own.folder)).toBe(false)
  })
})
