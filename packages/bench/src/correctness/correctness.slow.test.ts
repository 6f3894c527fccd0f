import { resolveModel } from '@benchcast/core/models'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checksOf, ModelFiles, type TestQuestion, testModel } from '../index.ts'
import { floats, largestDifference, relativeDifference } from './values.ts'

let files: ModelFiles
beforeAll(async () => {
  files = await ModelFiles.create()
})
afterAll(() => files.remove())

const tiny: TestQuestion = { architecture: resolveModel({ modelName: 'prajjwal1/bert-tiny' }).graph!, size: { batch: 2, sequence: 8 }, precision: 'int8', providers: ['cpu'], seed: 7 }

describe('The tests of a model', () => {
  it.each(['basic', 'comprehensive', 'fault_tolerance'] as const)(
    'of the kind %s pass for a sound model, each with its time and in order',
    async (type) => {
      const begun: string[] = []
      const results = await testModel(tiny, type, { files, onCheck: (_, { id }) => begun.push(id) })
      expect(results.filter(({ status }) => status === 'failed')).toEqual([])
      expect(begun).toEqual(checksOf(type).map(({ id }) => id))
      for (const { seconds, title } of results) expect([seconds >= 0, title.length > 0]).toEqual([true, true])
    },
    120_000,
  )

  it('fail with the reason where the device cannot run the model, and go on to the next', async () => {
    const results = await testModel({ ...tiny, providers: ['nonsense'] }, 'basic', { files })
    expect(results.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed', 'failed'])
    expect(results[0]!.message).toContain('nonsense')
  })

  it('stop when they are told to', async () => {
    const stop = new AbortController()
    const reason = new Error('enough')
    await expect(testModel(tiny, 'basic', { files, signal: stop.signal, onCheck: (done) => done === 1 && stop.abort(reason) })).rejects.toBe(reason)
  })
})

describe('Comparing outputs', () => {
  const output = (values: readonly number[]) => ({ name: 'y', type: 'float32', shape: [values.length], bytes: new Uint8Array(Float32Array.from(values).buffer) })

  it('is 0 for equal ones, and the share of their size by which they differ', () => {
    expect(largestDifference([output([3, 4])], [output([3, 4])])).toBe(0)
    expect(relativeDifference(Float64Array.of(3, 5), Float64Array.of(3, 4))).toBeCloseTo(0.2, 12)
  })

  it('reads half precision as the language does', () => {
    const bits = Uint16Array.of(0x3c00, 0xc000, 0x0001, 0x7c00, 0x03ff, 0x7bff)
    expect([...floats({ name: 'y', type: 'float16', shape: [6], bytes: new Uint8Array(bits.buffer) })!]).toEqual([1, -2, 2 ** -24, Number.POSITIVE_INFINITY, 1023 * 2 ** -24, 65504])
  })
})
