import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { BenchcastError } from '@benchcast/core/errors'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { benchmarkFile, type FileOptions, type FileQuestion, ModelFiles, modelFromFile, PROFILES } from './index.ts'
import { crowdedModel, customOperatorModel, endlessModel, goodModel, memoryModel, modelWithDataAt, modelWithInput, nestedModel } from './models/testing.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'benchcast-test-')))
let files: ModelFiles
beforeAll(async () => {
  files = await ModelFiles.create({ folder: join(folder, 'written') })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const method = { ...PROFILES.quick, longestSeconds: 0.2, shortestSeconds: 0.05, longestWarmUpSeconds: 0.05 }

function saved(name: string, bytes: Uint8Array): string {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

const measured = (path: string, question: Partial<FileQuestion> = {}, options: Partial<FileOptions> = {}) =>
  benchmarkFile({ path, size: { batch: 2 }, providers: ['cpu'], method, ...question }, { files, ...options })

const SECONDS_60 = { limits: { timeoutSeconds: 60 } }

describe('A model file of the user’s', () => {
  it('is measured with its own weights at any batch it takes, and leaves no folder behind', async () => {
    const path = saved('good.onnx', goodModel())
    for (const batch of [1, 8]) {
      const result = await measured(path, { size: { batch } })
      expect(result).toMatchObject({ name: 'good.onnx', hasOwnWeights: true, inputs: [{ name: 'x', type: 'float32', shape: [batch, 4] }], header: { operators: ['Add'], parameters: 4 } })
      expect(result.throughputPerSecond).toBeCloseTo((batch * result.latency.runs) / result.raw.windowSeconds, 6)
      expect(result.raw.nonFiniteOutputs).toEqual([])
    }
    expect(foldersInUse()).toEqual([])
  })

  it('may keep its data beside it, in the cache of the Hugging Face hub through links too', async () => {
    const data = new Uint8Array(Float32Array.of(1, 2, 3, 4).buffer)
    saved('w.bin', data)
    expect((await modelFromFile(saved('with-data.onnx', modelWithDataAt('w.bin')))).bytes).toBeGreaterThan(16)
    const model = join(folder, 'models--me--tiny')
    for (const part of ['blobs', 'snapshots/1a2b/onnx']) mkdirSync(join(model, part), { recursive: true })
    for (const [blob, name, bytes] of [
      ['aa', 'model.onnx', modelWithDataAt('model.onnx_data')],
      ['bb', 'model.onnx_data', data],
    ] as const) {
      writeFileSync(join(model, 'blobs', blob), bytes)
      symlinkSync(join('../../../blobs', blob), join(model, 'snapshots/1a2b/onnx', name))
    }
    expect(await measured(join(model, 'snapshots/1a2b'))).toMatchObject({ hasOwnWeights: true, header: { externalFiles: ['model.onnx_data'] } })
  })

  it('is not run in another number format than its own', async () => {
    await expect(measured(saved('good.onnx', goodModel()), { precision: 'int8' })).rejects.toMatchObject({ code: 'unsupported_precision', message: expect.stringContaining('ask without a precision') })
  })

  it('or a folder with a configuration alone is measured with random weights', async () => {
    const config = { model_type: 'bert', hidden_size: 32, num_hidden_layers: 2, num_attention_heads: 2, intermediate_size: 64, vocab_size: 100, max_position_embeddings: 64 }
    mkdirSync(join(folder, 'my-bert'))
    saved('my-bert/config.json', new TextEncoder().encode(JSON.stringify(config)))
    expect(await measured(join(folder, 'my-bert'), { size: { batch: 2, sequence: 16 } })).toMatchObject({ name: 'my-bert', hasOwnWeights: false })
  })
})

describe('A hostile model file', () => {
  it.each<[string, () => Uint8Array, string, RegExp]>([
    ['with an operator of an unknown domain', () => customOperatorModel('evil.corp', 'Run'), 'unsafe_model_file', /evil\.corp\.Run.*code from outside/],
    ['with an operator that the runtime does not know', () => customOperatorModel('com.microsoft', 'Nonsense'), 'run_failed', /Nonsense/],
    ['with compiled code of a device', () => customOperatorModel('com.microsoft', 'EPContext'), 'unsafe_model_file', /EPContext/],
    ['with data at an absolute path', () => modelWithDataAt('/etc/passwd'), 'unsafe_model_file', /only plain names/],
    ['with data in a folder above', () => modelWithDataAt('../w.bin'), 'unsafe_model_file', /only plain names/],
    ['with data above by a detour', () => modelWithDataAt('sub/../../w.bin'), 'unsafe_model_file', /only plain names/],
    ['with data behind a link that leads out of its folder', () => modelWithDataAt('link.bin'), 'unsafe_model_file', /link that leads out/],
    ['with data that is not there', () => modelWithDataAt('nowhere.bin'), 'invalid_model', /no such file/],
    ['cut short', () => goodModel().subarray(0, 80), 'invalid_model', /ends in the middle/],
    ['nested without end', () => nestedModel(300), 'invalid_model', /nested more than/],
    ['of millions of empty nodes', () => crowdedModel(3_000_000), 'invalid_model', /more than 2000000 entries/],
    ['with an input of 2^31 numbers', () => modelWithInput(1, ['batch', 2 ** 31 - 1]), 'invalid_model', /smaller size/],
    ['that is a pickle', () => Uint8Array.of(0x80, 4, 0x95, 0, 0), 'unsafe_model_file', /Python pickle.*never run/],
  ])('%s is refused with a sentence', async (_, bytes, code, message) => {
    if (!existsSync(join(folder, 'link.bin'))) symlinkSync('/etc/passwd', join(folder, 'link.bin'))
    await expect(measured(saved('hostile.onnx', bytes()), {}, SECONDS_60)).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
    expect(foldersInUse()).toEqual([])
  })

  it('that is too large is refused before it is read', async () => {
    await expect(measured(saved('large.onnx', goodModel()), {}, { fileLimits: { modelBytes: 100 } })).rejects.toMatchObject({ code: 'invalid_model', message: expect.stringContaining('are allowed') })
  })

  it('that runs for ever or wants 14 GB is ended, and the loop of events of this process never waits for it', async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const [endless, greedy] = [saved('endless.onnx', endlessModel()), saved('greedy.onnx', memoryModel())]
    await expect(measured(endless, {}, { limits: { timeoutSeconds: 1.5 } })).rejects.toMatchObject({ code: 'run_timed_out' })
    await expect(measured(greedy, {}, SECONDS_60)).rejects.toMatchObject({ code: 'run_out_of_memory' })
    delay.disable()
    // The system needs a moment to take the memory of a killed process back.
    for (let i = 0; i < 100 && childrenOf(process.pid).length > 0; i++) await wait(20)
    expect(childrenOf(process.pid)).toEqual([])
    expect(delay.percentile(99) / 1e6).toBeLessThan(50)
  })

  it('damaged at random is measured or refused, never anything else', async () => {
    const good = goodModel()
    const damage = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
    const outcomes = await Promise.all(
      fc.sample(damage, { numRuns: 12, seed: 7 }).map(async (changes, index) => {
        const bytes = good.slice()
        for (const [place, byte] of changes) bytes[place] = byte
        return measured(saved(`damaged-${index}.onnx`, bytes), {}, { limits: { timeoutSeconds: 20 } }).then(
          ({ latency }) => latency.p50 > 0,
          (error: unknown) => error instanceof BenchcastError || error,
        )
      }),
    )
    expect(outcomes).toEqual(outcomes.map(() => true))
  })
})

describe.runIf(process.platform === 'linux')('A process that is killed while it measures', () => {
  it('leaves no process and no folder behind, even when the model runs for ever', async () => {
    const script = `import { benchmarkFile, PROFILES } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)}
await benchmarkFile({ path: ${JSON.stringify(saved('endless.onnx', endlessModel()))}, size: { batch: 1 }, providers: ['cpu'], method: PROFILES.quick }, { onStep: ({ step }) => console.log(step) })`
    const before = new Set(foldersInUse())
    const parent = spawn(process.execPath, ['--no-warnings', '--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    await untilSays(parent, 'first run')
    const [child] = childrenOf(parent.pid!)
    const used = foldersInUse().find((path) => !before.has(path))
    parent.kill('SIGKILL')
    for (let i = 0; i < 100 && (isRunning(child!) || existsSync(used!)); i++) await wait(20)
    expect([isRunning(child!), existsSync(used!)]).toEqual([false, false])
  })
})

/** Folders of runs that hold one of our models. */
function foldersInUse(): readonly string[] {
  const own = ['endless', 'good', 'hostile']
  return readdirSync(tmpdir())
    .filter((name) => name.startsWith('benchcast-run-'))
    .map((name) => join(tmpdir(), name))
    .filter((path) => existsSync(join(path, 'model.onnx')) && own.some((name) => isSame(join(path, 'model.onnx'), join(folder, `${name}.onnx`))))
}

const isSame = (one: string, other: string): boolean => existsSync(other) && readFileSync(one).equals(readFileSync(other))

/** A process that has ended stays in the table until somebody asks how. */
const isRunning = (pid: number): boolean => existsSync(`/proc/${pid}`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))

/** Processes that another has started, from the system's table; those of ours that run models. */
function childrenOf(parent: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const isChild = new RegExp(`\\) \\S ${parent} `).test(readFileSync(`/proc/${name}/stat`, 'utf8'))
        return isChild && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('child.ts') ? [Number(name)] : []
      } catch {
        return []
      }
    })
}

async function untilSays(process: ChildProcess, word: string): Promise<void> {
  for await (const text of process.stdout!) if (String(text).includes(word)) return
}
