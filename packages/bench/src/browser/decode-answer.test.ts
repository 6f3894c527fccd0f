import { describe, expect, it } from 'vitest'
import { decodeAnswer, decodeStep } from './decode-answer.ts'

const browser = { browser: 'Chromium 1', adapter: '', isSoftwareAdapter: false, threads: 1, runtime: 'onnxruntime-web 1' }
const result = { loadSeconds: 0.1, firstRunSeconds: 0.02, warmUpSamples: [0.01], samples: [0.01, 0.012], windowSeconds: 0.03, isPrecise: true, nonFiniteOutputs: [], browser }
const measured = (changes: object) => ({ kind: 'measured', result: { ...result, ...changes } })

describe('What a page sends', () => {
  it('is read as a measurement', () => {
    expect(decodeAnswer(measured({ extra: 'ignored' }), 1)).toEqual({ kind: 'measured', result: { ...result, warmUpSamples: Float64Array.of(0.01), samples: Float64Array.of(0.01, 0.012) } })
  })

  it.each([
    ['times that are no numbers', measured({ samples: [0.01, null] }), /'samples' must hold numbers/],
    ['text in place of a time', measured({ samples: ['0.01'] }), /'samples' must hold numbers/],
    ['times below zero', measured({ samples: [-0.01] }), /'samples' must hold numbers/],
    ['a time without end', measured({ loadSeconds: Number.POSITIVE_INFINITY }), /'loadSeconds'/],
    ['a time that is no number', measured({ firstRunSeconds: Number.NaN }), /'firstRunSeconds'/],
    ['no runs', measured({ samples: [] }), /at least one run/],
    ['more runs than anybody measures', measured({ samples: new Array(5_000_001).fill(0) }), /5000001 entries/],
    ['runs that do not fit into the window', measured({ samples: [0.02, 0.02] }), /add up to more/],
    ['a window longer than the link is old', measured({ windowSeconds: 100 }), /longer than the time/],
    ['a list in place of the result', { kind: 'measured', result: [] }, /'result' must be an object/],
    ['names that go on for ever', measured({ browser: { ...browser, adapter: 'x'.repeat(10_000) } }), /'adapter' must be text/],
    ['an answer of no kind', { kind: 'nonsense' }, /'kind'/],
    ['nothing', null, /must be an object/],
  ])('is refused when it holds %s', (_, answer, words) => {
    expect(() => decodeAnswer(answer, 1)).toThrow(expect.objectContaining({ code: 'invalid_data', message: expect.stringMatching(words) }))
  })

  it('keeps the beginning of long words of a runtime', () => {
    expect(decodeAnswer({ kind: 'failed', message: 'x'.repeat(10_000) }, 1)).toEqual({ kind: 'failed', message: 'x'.repeat(2000) })
  })

  it('has steps whose share ends at one, and no others than a measurement has', () => {
    expect(decodeStep({ step: 'measuring', share: 7, medianSeconds: 0.1 })).toEqual({ step: 'measuring', share: 1, medianSeconds: 0.1 })
    expect(() => decodeStep({ step: '<b>', share: 0 })).toThrow(expect.objectContaining({ code: 'invalid_data' }))
    expect(() => decodeStep({ step: 'loading', share: Number.NaN })).toThrow(/share/)
  })
})
