import { expect, it } from 'vitest'
import type { Texts } from '../inputs.ts'
import { DEFAULT_PARAMS, type Metric } from '../metric.ts'
import { TEXT_METRICS } from './index.ts'

const MEGABYTE = 1_000_000
const FILLS = ['a', ' ', '.', '. ', '1,', '-', '&amp;', '<skipped>', 'the ', '\n', "'", 'e\u0301', '😀']
const texts = (hypotheses: readonly string[], references: readonly string[]): Texts => ({ n: hypotheses.length, hypotheses, references: references.map((reference) => [reference]) })
const over = (ids?: readonly string[]) => (TEXT_METRICS.filter((m) => m.input === 'texts' && (ids?.includes(m.id) ?? true)) as readonly Metric[]).map((m) => [m.id, m] as const)

it.each(over())('%s reads a megabyte in one line within seconds', (_, metric) => {
  for (const fill of FILLS) {
    const long = fill.repeat(MEGABYTE / fill.length)
    const started = performance.now()
    expect(Number.isFinite(metric.compute(texts([long, 'the cat sat'], ['the cat sat', long]), DEFAULT_PARAMS)), fill).toBe(true)
    expect(performance.now() - started, JSON.stringify(fill)).toBeLessThan(10_000)
  }
})

it.each(over(['exact_match', 'token_f1', 'bleu', 'chrf', 'ter', 'rouge1', 'rouge2']))('%s compares two megabytes within seconds', (_, metric) => {
  const long = 'a '.repeat(MEGABYTE / 2)
  const started = performance.now()
  expect(Number.isFinite(metric.compute(texts([`x ${long} y`], [`z q${long}`]), DEFAULT_PARAMS))).toBe(true)
  expect(performance.now() - started).toBeLessThan(20_000)
})
