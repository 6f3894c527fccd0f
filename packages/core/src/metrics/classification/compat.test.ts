import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { METRICS } from '../index.ts'
import type { UndefinedReason } from '../undefined.ts'

interface Judged {
  readonly name: string
  readonly expected: number | UndefinedReason
  /** What the reference gives where we say undefined; null where it raises or gives nan. */
  readonly reference_value?: number | null
}

const goldenFile = (id: string) => new URL(`../../../testdata/metrics/${id}.json`, import.meta.url)
const families = new Set(['classification', 'calibration', 'fairness'])
const judged = METRICS.filter(({ id, category, input }) => families.has(category) && input !== 'reported' && existsSync(goldenFile(id))).flatMap((metric) => {
  const { cases } = JSON.parse(readFileSync(goldenFile(metric.id), 'utf8')) as { cases: Judged[] }
  return cases.filter(({ expected }) => typeof expected === 'string').map((c) => ({ metric, ...c }))
})

it("compat gives the reference's value wherever it gives one constant for a reason", () => {
  expect(judged.length).toBeGreaterThan(40)
  for (const { metric, name, expected, reference_value } of judged) {
    const compat = metric.compat?.[expected as UndefinedReason]
    if (compat !== undefined) expect(reference_value, `${metric.id}: ${name}`).toBe(compat)
  }
})

it('compat leaves out only what the reference refuses, or values differently from case to case', () => {
  const missing = judged.filter(({ metric, expected, reference_value }) => typeof reference_value === 'number' && metric.compat?.[expected as UndefinedReason] === undefined)
  expect(new Set(missing.map(({ expected }) => expected))).toEqual(new Set(['no_estimable_groups']))
})

it('every compat value is seen in a golden case', () => {
  for (const metric of METRICS.filter(({ category }) => families.has(category))) {
    for (const reason of Object.keys(metric.compat ?? {}))
      expect(
        judged.some((c) => c.metric === metric && c.expected === reason),
        `${metric.id}: ${reason}`,
      ).toBe(true)
  }
})
