import { PREDICTIVE_PREFIX } from '@benchcast/core/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../testing/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await openTestApp({}, {}, { predicts: true })
})
afterAll(() => t.close())

const ask = async (path: string, body: object) => (await t.post(`${PREDICTIVE_PREFIX}/${path}?wait=60`, body)).json

const LLAMA = { model_type: 'llama', hidden_size: 8192, intermediate_size: 28672, num_hidden_layers: 80, num_attention_heads: 64, num_key_value_heads: 8, vocab_size: 128256 }
const MIXTRAL = { ...LLAMA, model_type: 'mixtral', hidden_size: 6144, intermediate_size: 16384, num_hidden_layers: 56, num_attention_heads: 48, num_local_experts: 8, num_experts_per_tok: 2 }

describe('A model that fits nowhere', () => {
  it.each([
    ['llama', LLAMA],
    ['mixtral', MIXTRAL],
  ])('is what its posted configuration says, a %s', async (_, model_config) => {
    const { result } = await ask('predict-performance', { model_name: 'mine', model_config, hardware: 'cuda', device: 'NVIDIA T4' })
    expect(result).toMatchObject({ model_family: 'text_generation', model_source: 'config', predictions: {}, unsupported: { cuda: expect.stringContaining('of weights') } })
  })

  it('keeps the category that a matrix was asked with', async () => {
    const matrixOf = async (category?: string) => {
      const { result } = await ask('generate-matrix', { model_configs: [{ name: 'meta-llama/Llama-3.1-405B', category }], hardware_platforms: ['cuda'], batch_sizes: [1] })
      return result.models['meta-llama/Llama-3.1-405B']
    }
    expect(await matrixOf('x')).toMatchObject({ category: 'x', predictions: { cuda: { 1: { fp32: { unsupported: expect.stringContaining('of weights') } } } } })
    expect((await matrixOf()).category).toBe('text_generation')
  })

  it('says what it was taken for, when its name is all that is known', async () => {
    const { result } = await ask('predict-performance', { model_name: 'acme/llama-999999b', hardware: 'cuda', device: 'NVIDIA T4' })
    expect(result.unsupported.cuda).toMatch(/of weights.*\. "acme\/llama-999999b" is not in the catalogue: by the words of its name it is taken for a model like .*Give model_config/)
    const known = await ask('predict-performance', { model_name: 'meta-llama/Llama-3.1-405B', hardware: 'cuda' })
    expect(known.result.unsupported.cuda).not.toContain('taken for')
  })

  it('cannot be recommended for, which is said once', async () => {
    const { status, message } = await ask('predict-hardware', { model_name: 'meta-llama/Llama-3.1-405B', available_hardware: ['cuda', 'mps'] })
    expect([status, message]).toEqual(['failed', expect.stringMatching(/^Task failed: None of the available hardware can be recommended for meta-llama\/Llama-3.1-405B\. cuda \(.*mps \(/)])
    expect(message.match(/can be recommended/g)).toHaveLength(1)
    expect((await ask('predict-hardware', { model_name: 'acme/llama-999999b', available_hardware: ['mps', 'webgpu'] })).message.match(/is not in the catalogue/g)).toHaveLength(1)
  })
})
