import { describe, expect, it } from 'vitest'
import type { Configuration } from './configurations.ts'
import { runnableQuestion } from './runnable-question.ts'

const CONFIGURATION: Configuration = { model_name: 'prajjwal1/bert-tiny', hardware: 'cpu', batch_size: 8, sequence_length: 64, image_size: undefined, precision: 'fp32', mode: 'inference' }
const HARDWARE = { platform: 'cpu', isAvailable: true, isSimulation: false, device: 'A processor', memoryBytes: 64 * 2 ** 30, providers: ['cpu'], reason: '' } as const
const HOW = { profile: 'quick', scenario: 'single_stream', threads: null, image_size: null, max_seconds: null } as const

const asked = (changes: Partial<Configuration> = {}, hardware: object = {}, how: object = {}) => runnableQuestion({ ...CONFIGURATION, ...changes }, { ...HOW, ...how }, { ...HARDWARE, ...hardware })

describe('What the runner is asked', () => {
  it('is the model at the size at which it is predicted', () => {
    expect(asked()).toMatchObject({ size: { batch: 8, sequence: 64, phase: 'forward' }, precision: 'fp32', providers: ['cpu'], method: { scenario: 'single_stream', longestSeconds: 5 } })
    expect(asked({ model_name: 'gpt2' }).size).toEqual({ batch: 8, sequence: 64, phase: 'prefill' })
    expect(asked({ model_name: 'gpt2' }, {}, { phase: 'decode' }).size).toEqual({ batch: 8, sequence: 64, phase: 'decode' })
    expect(() => asked({}, {}, { phase: 'decode' })).toThrow(/It has no decode step/)
    expect(asked({ model_name: 'resnet50' }).size).toEqual({ batch: 8, imageSize: 224, phase: 'forward' })
    expect(asked({ model_name: 'resnet50', image_size: 96 }).size.imageSize).toBe(96)
  })

  it('takes as long as it may, and as many threads', () => {
    expect(asked({}, {}, { profile: 'thorough', threads: 2 })).toMatchObject({ threads: 2, method: { longestSeconds: 60 } })
    expect(asked({}, {}, { max_seconds: 0.1 }).method).toMatchObject({ longestSeconds: 0.1, shortestSeconds: 0.1, longestWarmUpSeconds: 0.1 })
  })

  it('counts the memory of the phase that is measured: a decode step has no activations of a whole sequence, and is handed its cache', () => {
    const gpt = { model_name: 'gpt2', sequence_length: 1024 }
    expect(() => asked(gpt, { memoryBytes: 1.06 * 2 ** 30 })).toThrow(/It needs about 1\.\d+ GB/)
    expect(asked(gpt, { memoryBytes: 1.06 * 2 ** 30 }, { phase: 'decode' }).size.phase).toBe('decode')
    expect(() => asked({ ...gpt, batch_size: 64 }, {}, { phase: 'decode' })).toThrow(/Its inputs alone are about 4\.50 GB/)
    expect(asked({ ...gpt, batch_size: 64 }).size.phase).toBe('prefill')
  })

  it.each([
    [{ mode: 'training' }, {}, 'cannot_run'],
    [{ hardware: 'cuda' }, { isAvailable: false, reason: 'It needs a GPU.' }, 'cannot_run'],
    [{ precision: 'fp8' }, {}, 'unsupported_precision'],
    [{ model_name: 'who/knows' }, {}, 'unknown_model'],
    [{ sequence_length: 513 }, {}, 'invalid_model'],
    [{ model_name: 'bert-base-uncased' }, { memoryBytes: 2 ** 28 }, 'run_out_of_memory'],
    [{ batch_size: 2 ** 20 }, { memoryBytes: 2 ** 50 }, 'run_out_of_memory'],
    [{ model_name: 'resnet50', batch_size: 4096 }, { memoryBytes: 2 ** 50 }, 'run_out_of_memory'],
  ] as const)('is refused for %j on %j', (changes, hardware, code) => {
    expect(() => asked(changes as Partial<Configuration>, hardware)).toThrow(expect.objectContaining({ code, message: expect.stringMatching(/\.$/) }))
  })
})
