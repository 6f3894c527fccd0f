import { ENDPOINTS } from '@benchcast/core/api'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, PREFIX, SEED_REQUEST, type TestApp } from '../testing/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await openTestApp()
})
afterAll(() => t.close())

const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double(), fc.string({ maxLength: 3 }), fc.boolean(), fc.constant(null), fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }))
const column = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 5, maxLength: 5 }),
  fc.array(fc.double({ noNaN: true }), { minLength: 5, maxLength: 5 }),
  fc.array(value, { maxLength: 6 }),
  value,
)
const byModel = fc.dictionary(fc.constantFrom('model-1', 'model-2', 'toString', 'a/b'), column, { maxKeys: 3 })
const anything = fc.jsonValue({ maxDepth: 3 })

/** The seed's request with some of its fields replaced by something nearly right. */
const nearlyRight = fc
  .record(
    {
      task_type: fc.constantFrom('classification', 'regression', 'text_generation', 'image_classification', 'multimodal'),
      model_predictions: byModel,
      ground_truth: column,
      model_metadata: fc.dictionary(fc.constantFrom('model-1', 'model-2'), fc.dictionary(fc.constantFrom('name', 'latency_ms', 'x'), value)),
      model_probabilities: byModel,
      class_labels: fc.oneof(column, anything),
      positive_label: value,
      average: fc.constantFrom('auto', 'binary', 'macro', 'micro', 'weighted'),
      sample_weight: column,
      sensitive_features: byModel,
      token_log_probs: fc.dictionary(fc.constantFrom('model-1', 'model-2'), fc.array(fc.array(fc.double({ max: 0, noNaN: true }), { maxLength: 3 }), { maxLength: 6 })),
      metrics: fc.array(fc.constantFrom('accuracy', 'mse', 'bleu', 'roc_auc', 'nonsense'), { maxLength: 3 }),
      confidence: fc.oneof(
        fc.constant(false),
        fc.record({ level: fc.oneof(fc.double({ min: 0.6, max: 0.9 }), fc.double({ min: 0.5, max: 1 })), method: fc.constantFrom('auto', 'analytic'), resamples: fc.constant(100) }),
        anything,
      ),
      compare: fc.oneof(fc.constant(false), fc.record({ baseline: fc.constantFrom('model-1', 'ghost') }), anything),
      missing_group: fc.constantFrom('group', 'refuse'),
      compat: fc.constant('sklearn'),
    },
    { requiredKeys: [] },
  )
  .map((changes) => ({ ...SEED_REQUEST, confidence: false, ...changes }))

const isClear = ({ status, json }: { status: number; json: { detail?: unknown } }) => {
  expect(status === 200 || (status >= 400 && status < 500)).toBe(true)
  if (status !== 200) expect(json.detail).toEqual(expect.stringMatching(/.{10}/))
}

describe('Random bodies', () => {
  it('of any JSON never give a 5xx', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('run-benchmark', 'compare-models'), anything, async (name, body) => isClear(await t.post(`${PREFIX}/${name}`, JSON.stringify(body)))),
      { numRuns: 150 },
    )
  })

  it('of any bytes never give a 5xx', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), async (bytes) =>
        isClear(await t.send({ method: 'POST', url: `${PREFIX}/run-benchmark`, headers: { 'content-type': 'application/json' }, payload: Buffer.from(bytes) })),
      ),
      { numRuns: 150 },
    )
  })

  it('that are nearly right never give a 5xx, and an answer matches its schema: no NaN, no gap', async () => {
    await fc.assert(
      fc.asyncProperty(nearlyRight, async (body) => {
        const answer = await t.post(`${PREFIX}/run-benchmark`, body)
        isClear(answer)
        if (answer.status === 200) expect(ENDPOINTS.runBenchmark.output.safeParse(answer.json).error).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  })
})
