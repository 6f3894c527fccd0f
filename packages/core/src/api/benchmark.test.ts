import { describe, expect, it } from 'vitest'
import { RunSpeedBenchmarkRequest } from './benchmark-requests.ts'

const asked = (request: object) => RunSpeedBenchmarkRequest.parse(request)

describe('A request for a benchmark', () => {
  it('has the defaults of the contract', () => {
    expect(asked({})).toMatchObject({ priority: 'high', hardware: ['cpu'], models: null, batch_sizes: [1, 8], precision: 'fp32', progressive_mode: true, incremental: true, sequence_length: 128 })
    expect(asked({ models: null, batch_sizes: null, hardware: null })).toMatchObject({ hardware: ['cpu'], models: null, batch_sizes: [1, 8] })
  })

  it('takes one or several, each once', () => {
    expect(asked({ model_name: 'a/b', hardware: 'cuda', batch_size: 8 })).toMatchObject({ models: ['a/b'], hardware: ['cuda'], batch_sizes: [8] })
    expect(asked({ models: ['a', 'b', 'a'], hardware: ['cpu', 'cpu'], batch_sizes: [2, 2, 1] })).toMatchObject({ models: ['a', 'b'], hardware: ['cpu'], batch_sizes: [2, 1] })
    expect(asked({ model_name: 'b', models: ['a'], batch_size: 4, batch_sizes: [1] })).toMatchObject({ models: ['b', 'a'], batch_sizes: [4, 1] })
  })

  it.each([{ batch_sizes: [0] }, { hardware: 'tpu' }, { models: [] }, { priority: 'urgent' }, { timeout: 0 }, { threads: 1.5 }])('refuses %j', (request) => {
    expect(RunSpeedBenchmarkRequest.safeParse(request).success).toBe(false)
  })

  it('refuses more configurations than anybody would wait for', () => {
    const models = Array.from({ length: 1000 }, (_, index) => `model-${index}`)
    expect(RunSpeedBenchmarkRequest.safeParse({ models }).success).toBe(true)
    expect(RunSpeedBenchmarkRequest.safeParse({ models, batch_sizes: [1, 2, 3] }).error?.issues[0]?.message).toContain('more than 2000 configurations')
  })
})
