import { UNDEFINED_REASONS } from '@benchcast/core/metrics'
import { describe, expect, it } from 'vitest'
import { evaluateHere } from './evaluate-here.ts'
import { documentInFlags, inFlags } from './in-flags.ts'

const OF_REQUESTS = /model_predictions|model_probabilities|sensitive_features|ground_truth|positive_label|class_labels|model_metadata|task_type|\/api\//
const REQUEST = { benchmark_name: 'b', dataset_id: 'd', task_type: 'classification', ground_truth: [0, 1, 1, 0] } as const

describe('what evaluate says', () => {
  it.each(Object.values(UNDEFINED_REASONS))('of a metric without a value names no field of a request: %s', (reason) => expect(inFlags(reason)).not.toMatch(OF_REQUESTS))

  it('of missing scores names the column that would hold them', async () => {
    const document = await evaluateHere({ ...REQUEST, model_predictions: { a: [0, 1, 1, 1] } })
    expect(document.undefined_metrics.a!.roc_auc!.message).toContain('send model_probabilities')
    expect(documentInFlags(document).undefined_metrics.a!.roc_auc!.message).toBe('ROC AUC: needs scores or probabilities: give a column probability_NAME, or --model NAME=COLUMN:PROBABILITIES.')
  })

  it.each([
    [
      { model_predictions: { a: [0, 0.3, 1, 1] } },
      'predictions of a, data row 2: 0.3 is not a whole number, so it is no class label. Send classes here and scores in a column probability_NAME, or give --task regression.',
    ],
    [{ model_predictions: { a: [0, 1, 1, 1] }, positive_label: 7 }, '--positive 7 is none of the labels 0, 1. Send one of them, of the same kind.'],
    [{ model_predictions: { a: [0, 1, 1, 1] }, metrics: ['acuracy'] }, 'Unknown metric "acuracy". docs/generated/metrics.md lists all of them.'],
    [{ model_predictions: { a: [0, 1, 1, 1] }, sample_weight: [1, 1, 1, -2] }, 'weights, data row 4: -2 is negative. Weights are 0 or more.'],
  ])('of a refusal names options and rows of the file', async (request, sentence) => {
    await expect(evaluateHere({ ...REQUEST, ...request } as never)).rejects.toThrow(sentence)
  })
})
