import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RunDocument } from '../api/index.ts'
import { BenchcastError } from '../errors.ts'
import { seeded } from '../metrics/testing.ts'
import { evaluate, evaluateModels } from './testing.ts'

const noisyLabels = (n: number, flips: number, seed: number) => {
  const next = seeded(seed)
  return Array.from({ length: n }, (_, i) => (next() < flips ? 1 - (i % 2) : i % 2))
}
const truthOf = (n: number) => Array.from({ length: n }, (_, i) => i % 2)

describe("the seed's request", () => {
  const document = evaluate()

  it('gives the values the definitions give', () => {
    expect(document.metrics['model-1']).toMatchObject({ accuracy: 1, precision: 1, recall: 1, f1_score: 1, latency_ms: 50.5, memory_usage_mb: 256 })
    expect(document.metrics['model-2']).toMatchObject({ accuracy: 0.8, precision: 2 / 3, recall: 1, f1_score: 0.8, latency_ms: 120.3 })
  })

  it('ranks every metric by its own direction', () => {
    expect(document.comparison_results.best_models).toMatchObject({ accuracy: 'model-1', latency_ms: 'model-1', memory_usage_mb: 'model-1' })
    expect(document.comparison_results.rankings.latency_ms!.map(({ model_id, rank }) => [model_id, rank])).toEqual([
      ['model-1', 1],
      ['model-2', 2],
    ])
    expect(document.comparison_results.summary.best_overall).toBe('model-1')
  })

  it('shares a rank and a letter between equal models', () => {
    expect(document.comparison_results.rankings.recall).toEqual([
      { model_id: 'model-1', value: 1, rank: 1, tie_group: 'a' },
      { model_id: 'model-2', value: 1, rank: 1, tie_group: 'a' },
    ])
  })

  it('says why roc_auc has no value instead of scoring hard labels', () => {
    expect(document.metrics['model-1']).not.toHaveProperty('roc_auc')
    expect(document.undefined_metrics['model-1']!.roc_auc!.code).toBe('scores_missing')
  })

  it('fits its schema and is the same every time', () => {
    expect(RunDocument.parse(JSON.parse(JSON.stringify(document)))).toEqual(JSON.parse(JSON.stringify(document)))
    expect(JSON.stringify(evaluate())).toBe(JSON.stringify(document))
  })

  it('gives Wilson intervals of shares', () => {
    expect(document.confidence_intervals['model-2']!.accuracy!.lower).toBeCloseTo(0.3755346297625254, 12)
    expect(document.confidence_intervals['model-2']!.accuracy!.upper).toBeCloseTo(0.9637758913675699, 12)
  })

  it('warns that five samples prove little', () => {
    expect(document.warnings.map(({ code }) => code)).toContain('small_sample')
  })

  it('finds model-1 on the Pareto front and model-2 dominated by it', () => {
    expect(document.comparison_results.pareto).toEqual({ axes: ['accuracy', 'latency_ms', 'memory_usage_mb'], front: ['model-1'], dominated: { 'model-2': 'model-1' } })
  })
})

describe('competition ranks', () => {
  it('are 1, 1, 3', () => {
    const { rankings } = evaluateModels({ model_predictions: { a: [0, 1, 0, 1, 0], b: [0, 1, 0, 1, 0], c: [1, 1, 0, 1, 0] } }).comparison_results
    expect(rankings.accuracy!.map(({ rank }) => rank)).toEqual([1, 1, 3])
  })
})

describe('comparisons', () => {
  const n = 400
  const models = { good: noisyLabels(n, 0.05, 1), twin: noisyLabels(n, 0.06, 2), bad: noisyLabels(n, 0.4, 3) }
  const document = evaluateModels({ model_predictions: models, ground_truth: truthOf(n), confidence: { resamples: 1999 } })
  const on = (metric: string, a: string, b: string) => document.comparisons.find((c) => c.metric === metric && c.model_a === a && c.model_b === b)!

  it("use McNemar's test for accuracy and tell the good model from the bad one", () => {
    expect(on('accuracy', 'good', 'bad')).toMatchObject({ test: 'mcnemar_continuity', significant: true, adjustment: 'holm' })
    expect(on('accuracy', 'good', 'twin')).toMatchObject({ significant: false })
  })

  it('give an interval around the difference and a p-value no smaller after adjustment', () => {
    for (const { difference, lower, upper, p_value, p_adjusted } of document.comparisons) {
      expect(lower! <= difference && difference <= upper!).toBe(true)
      expect(p_adjusted).toBeGreaterThanOrEqual(p_value)
    }
  })

  it('join in a letter what is not significantly different', () => {
    const letters = Object.fromEntries(document.comparison_results.rankings.accuracy!.map(({ model_id, tie_group }) => [model_id, tie_group]))
    expect(letters).toEqual({ good: 'a', twin: 'a', bad: 'b' })
  })

  it('say what difference this sample would have found', () => {
    expect(on('accuracy', 'good', 'twin').minimum_detectable_effect).toBeGreaterThan(0.02)
  })

  it('run the Friedman test over three models', () => {
    expect(document.comparison_results.friedman!.p_value).toBeLessThan(1e-6)
    expect(document.comparison_results.friedman!.critical_difference).toBeGreaterThan(0)
  })

  it('compare with the baseline only when one is named', () => {
    const { comparisons } = evaluateModels({ model_predictions: models, ground_truth: truthOf(n), compare: { baseline: 'twin' }, metrics: ['accuracy'] })
    expect(comparisons.map(({ model_a, model_b }) => [model_a, model_b])).toEqual([
      ['good', 'twin'],
      ['bad', 'twin'],
    ])
  })

  it('are left out on request', () => {
    expect(evaluateModels({ model_predictions: models, ground_truth: truthOf(n), compare: false }).comparisons).toEqual([])
    expect(evaluateModels({ model_predictions: models, ground_truth: truthOf(n), confidence: false, compare: false }).confidence_intervals.good).toEqual({})
  })
})

describe('many models', () => {
  const n = 60
  const truth = Array.from({ length: n }, (_, i) => i + (i % 7) / 10)
  const noisy = (seed: number, scale: number) => {
    const next = seeded(seed)
    return truth.map((t) => t + scale * (next() - 0.5))
  }
  const models = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`m${i}`, noisy(i + 1, i === 0 ? 0.1 : 20)]))

  it('leave a clear winner significant after correction for all pairs', () => {
    const { comparisons } = evaluateModels({ task_type: 'regression', ground_truth: truth, model_predictions: models(6), metrics: ['median_absolute_error', 'mae'], confidence: { resamples: 999 } })
    const winner = comparisons.filter(({ model_a }) => model_a === 'm0')
    expect(winner).toHaveLength(2 * 5)
    for (const { metric, model_b, significant } of winner) expect(significant, `${metric} against ${model_b}`).toBe(true)
  })

  it('above 20 are not compared, which is said', () => {
    const { comparisons, warnings } = evaluateModels({ task_type: 'regression', ground_truth: truth, model_predictions: models(21), metrics: ['mae'], confidence: { method: 'analytic' } })
    expect(comparisons).toEqual([])
    expect(warnings.map(({ code }) => code)).toContain('comparisons_off')
  })
})

describe('the number of resamples', () => {
  it('is the one asked for, or the difference is said', () => {
    const n = 300
    const request = { model_predictions: { a: noisyLabels(n, 0.1, 8) }, ground_truth: truthOf(n), metrics: ['cohen_kappa'] }
    const asked = (resamples: number) => evaluateModels({ ...request, confidence: { resamples } })
    expect(asked(20_000).metric_params.resamples).toBe(20_000)
    const large = evaluateModels({ model_predictions: { a: noisyLabels(1000, 0.1, 8), b: noisyLabels(1000, 0.2, 9) }, ground_truth: truthOf(1000), confidence: { resamples: 100_000 }, compare: false })
    expect(large.metric_params.resamples).toBeLessThan(100_000)
    expect(large.warnings.map(({ code }) => code)).toContain('fewer_resamples')
  })
})

describe('resampling and influence values', () => {
  const n = 800
  const request = { model_predictions: { a: noisyLabels(n, 0.1, 4), b: noisyLabels(n, 0.2, 5) }, ground_truth: truthOf(n) }
  it('agree on widths of intervals and differences', () => {
    const [resampled, analytic] = ['bootstrap', 'analytic'].map((method) => evaluateModels({ ...request, confidence: { method, resamples: 4999 } }))
    for (const metric of ['f1_score', 'matthews_corrcoef', 'cohen_kappa', 'balanced_accuracy']) {
      const width = (document: typeof resampled) => document!.confidence_intervals.a![metric]!.upper - document!.confidence_intervals.a![metric]!.lower
      expect(width(resampled) / width(analytic), metric).toBeGreaterThan(0.9)
      expect(width(resampled) / width(analytic), metric).toBeLessThan(1.1)
    }
  })
})

describe('values reported in the metadata', () => {
  it('are taken as given and marked', () => {
    const { metrics, metric_sources } = evaluate({ model_metadata: { 'model-1': { throughput_rps: 12, demographic_parity: 0.1 } } })
    expect(metrics['model-1']).toMatchObject({ throughput_rps: 12, demographic_parity: 0.1 })
    expect(metric_sources['model-1']).toMatchObject({ throughput_rps: 'reported', demographic_parity: 'reported', accuracy: 'computed' })
  })

  it('of a model without predictions are left out, which is said', () => {
    const { models, warnings } = evaluate({ model_metadata: { ghost: { latency_ms: 1 } } })
    expect(models).toEqual(['model-1', 'model-2'])
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'unknown_model' }))
  })

  it('do not overrule what the data says, but a contradiction is named', () => {
    const { metrics, warnings } = evaluate({ model_metadata: { 'model-1': { accuracy: 0.5 } } })
    expect(metrics['model-1']!.accuracy).toBe(1)
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'reported_value_differs', model_id: 'model-1', metric: 'accuracy' }))
  })
})

describe('fairness', () => {
  const document = evaluateModels({
    model_predictions: { m: [1, 1, 1, 0, 1, 0, 0, 0] },
    ground_truth: [1, 1, 0, 0, 1, 1, 0, 0],
    sensitive_features: { sex: ['f', 'f', 'f', 'f', 'm', 'm', 'm', 'm'], age: ['young', 'old', 'young', 'old', 'young', 'old', 'young', null] },
  })

  it('is the gap between groups, by group and by intersection', () => {
    expect(document.details.m!.by_group!.sex!.f).toMatchObject({ n: 4, n_positive: 2, selection_rate: 0.75, tpr: 1, fpr: 0.5 })
    expect(document.details.m!.by_group!.sex!.m).toMatchObject({ selection_rate: 0.25, tpr: 0.5, fpr: 0 })
    expect(document.details.m!.fairness!.sex).toMatchObject({ demographic_parity: 0.5, equalized_odds: 0.5, equal_opportunity: 0.5 })
    expect(Object.keys(document.details.m!.by_group!)).toEqual(['sex', 'age', 'sex & age'])
  })

  it('puts a missing attribute into a group of its own, or refuses it', () => {
    expect(document.details.m!.by_group!.age!['(missing)']!.n).toBe(1)
    expect(() => evaluateModels({ model_predictions: { m: [1, 0] }, ground_truth: [1, 0], sensitive_features: { age: ['old', null] }, missing_group: 'refuse' })).toThrow(/row 1/)
  })

  it('flags the four-fifths rule and small groups', () => {
    expect(document.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['four_fifths_rule', 'small_group']))
  })

  it('has intervals from resampling within groups', () => {
    expect(document.confidence_intervals.m!.demographic_parity).toMatchObject({ level: 0.95 })
  })
})

describe('other tasks', () => {
  it('text: a string or several references each', () => {
    const { metrics } = evaluateModels({
      task_type: 'text_generation',
      model_predictions: { m: ['the cat sat', 'a dog'] },
      ground_truth: ['the cat sat', ['a dog', 'the dog']],
      token_log_probs: { m: [[-1, -2], [-0.5]] },
    })
    expect(metrics.m).toMatchObject({ exact_match: 1, token_f1: 1, rougeL: 1 })
    expect(metrics.m!.perplexity).toBeCloseTo(Math.exp(3.5 / 3), 12)
  })

  it('multimodal: labels, answers of annotators, or retrieved ids, told apart by their shape', () => {
    expect(evaluateModels({ task_type: 'multimodal', model_predictions: { m: ['cat', 'dog'] }, ground_truth: ['cat', 'cat'] }).metrics.m).toMatchObject({ accuracy: 0.5 })
    expect(evaluateModels({ task_type: 'multimodal', model_predictions: { m: ['two'] }, ground_truth: [Array(10).fill('2')] }).metrics.m).toMatchObject({ vqa_accuracy: 1 })
    expect(evaluateModels({ task_type: 'multimodal', model_predictions: { m: [[3, 1, 2]] }, ground_truth: [[1]] }).metrics.m).toMatchObject({
      recall_at_1: 0,
      recall_at_5: 1,
      mean_reciprocal_rank: 0.5,
    })
  })

  it('image classification: class probabilities in the order of class_labels', () => {
    const { metrics } = evaluateModels({
      task_type: 'image_classification',
      model_predictions: { m: ['cat', 'dog', 'owl'] },
      ground_truth: ['cat', 'dog', 'cat'],
      class_labels: ['owl', 'dog', 'cat'],
      model_probabilities: {
        m: [
          [0.1, 0.2, 0.7],
          [0.2, 0.5, 0.3],
          [0.6, 0.3, 0.1],
        ],
      },
    })
    expect(metrics.m!.log_loss).toBeCloseTo(-(Math.log(0.7) + Math.log(0.5) + Math.log(0.1)) / 3, 12)
  })
})

describe('any request', () => {
  const label = fc.oneof(fc.integer({ min: -1, max: 3 }), fc.constantFrom('a', 'b', ''), fc.boolean(), fc.constant(null), fc.double())
  const column = fc.oneof(fc.array(label, { maxLength: 6 }), fc.array(fc.array(label, { maxLength: 3 }), { maxLength: 6 }))
  const anything = fc.record(
    {
      task_type: fc.constantFrom('classification', 'regression', 'text_generation', 'image_classification', 'multimodal'),
      ground_truth: column,
      model_predictions: fc.dictionary(fc.constantFrom('a', 'b', '__proto__', 'constructor'), column, { maxKeys: 3 }),
      model_probabilities: fc.dictionary(fc.constantFrom('a', 'b'), column, { maxKeys: 2 }),
      sensitive_features: fc.dictionary(fc.constantFrom('s', 't'), column, { maxKeys: 2 }),
      sample_weight: column,
      token_log_probs: fc.dictionary(fc.constantFrom('a'), column, { maxKeys: 1 }),
      positive_label: fc.constantFrom(1, 'a', true, null),
      average: fc.constantFrom('auto', 'binary', 'macro'),
    },
    { requiredKeys: ['task_type', 'ground_truth', 'model_predictions'] },
  )

  it('gives a document that fits the schema, or a refusal with a code', () => {
    fc.assert(
      fc.property(anything, (changes) => {
        try {
          RunDocument.parse(JSON.parse(JSON.stringify(evaluateModels({ ...changes, confidence: { resamples: 100 } }))))
        } catch (error) {
          expect(error, JSON.stringify(changes)).toBeInstanceOf(BenchcastError)
        }
      }),
      { numRuns: 400 },
    )
  })
})
