import { RunSpeedBenchmarkRequest } from '@benchcast/core/api'
import { resolveModel } from '@benchcast/core/models'
import { describe, expect, it } from 'vitest'
import { completedModels, configurationCount, configurationsOf, type SpeedBenchmark } from './configurations.ts'
import { modelsOf } from './priorities.ts'

const runOf = (request: object): SpeedBenchmark => {
  const { models, ...rest } = RunSpeedBenchmarkRequest.parse(request)
  return { ...rest, models: models ?? modelsOf(rest.priority) }
}

describe('The configurations of a run', () => {
  const run = runOf({ models: ['bert-base-uncased', 'prajjwal1/bert-tiny'], hardware: ['cpu', 'cuda'], batch_sizes: [8, 1] })
  const shown = (of: SpeedBenchmark) => configurationsOf(of).map(({ model_name, hardware, batch_size }) => `${model_name} ${hardware} ${batch_size}`)

  it('are measured smallest first, model by model', () => {
    expect(shown(run)).toEqual([
      'prajjwal1/bert-tiny cpu 1',
      'prajjwal1/bert-tiny cpu 8',
      'prajjwal1/bert-tiny cuda 1',
      'prajjwal1/bert-tiny cuda 8',
      'bert-base-uncased cpu 1',
      'bert-base-uncased cpu 8',
      'bert-base-uncased cuda 1',
      'bert-base-uncased cuda 8',
    ])
  })

  it('keep their order without progressive mode', () => {
    expect(shown({ ...run, progressive_mode: false })[0]).toBe('bert-base-uncased cpu 8')
  })

  it('tell how many models are done at every progress', () => {
    const count = configurationCount(run)
    const done = Array.from({ length: count + 1 }, (_, finished) => completedModels(run, finished / count))
    expect(done).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2])
    expect(completedModels(run, 3.99 / count)).toBe(0)
  })
})

describe('The models of a priority', () => {
  it('grow with it, and can all be measured', () => {
    const sizes = (['critical', 'high', 'medium', 'all'] as const).map((priority) => modelsOf(priority).length)
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
    const unknown = modelsOf('all').filter((modelName) => {
      const { source, graph } = resolveModel({ modelName })
      return source !== 'exact' || graph === undefined
    })
    expect(unknown).toEqual([])
    expect(new Set(modelsOf('all')).size).toBe(modelsOf('all').length)
  })
})
