import { describe, expect, it } from 'vitest'
import type { RunDocument } from '../api/index.ts'
import { findingsOf } from './findings/index.ts'
import { handMadeRun } from './testing.ts'
import { viewOf } from './view.ts'

const sentences = (run: RunDocument, kind: string) =>
  findingsOf(viewOf(run))
    .filter((finding) => finding.kind === kind)
    .map(({ message }) => message)

const three = handMadeRun({ models: ['m1', 'm2', 'm3'], names: ['Forest', 'Boosting', 'Neighbours'] })

describe('findings', () => {
  it('name the best model with its interval and whom it beats significantly', () => {
    expect(sentences(three, 'best')[0]).toBe('Forest has the best accuracy: 0.900 (95 % interval 0.870 to 0.930), significantly better than Neighbours.')
  })

  it('say what was reported rather than measured, and how far the last is behind', () => {
    expect(sentences(three, 'best')).toContain('Neighbours has the lowest latency: 3.33 ms, as reported. Forest has 10.0 ms, 3.0 times as much.')
  })

  it('name the tied models, the lead, and the difference that could go unseen', () => {
    expect(sentences(three, 'tie')).toEqual([
      'On accuracy, Forest and Boosting are statistically tied: Forest leads by 0.015 (95 % interval −0.005 to 0.035, p = 0.21 after correction). A difference below 0.028 can go unseen in 200 samples (80 % power).',
    ])
  })

  it('say which trade-off there is', () => {
    expect(sentences(three, 'tradeoff')).toEqual([
      'Between accuracy and latency there is a choice to make: 3 models (Forest, Boosting and Neighbours) cannot be beaten on all of them at once. Best is Forest on accuracy, Neighbours on latency.',
    ])
  })

  it('say that there is none when one model is best on every axis', () => {
    const run = { ...three, comparison_results: { ...three.comparison_results, pareto: { axes: ['accuracy', 'latency_ms'], front: ['m1'], dominated: { m2: 'm1', m3: 'm1' } } } }
    expect(sentences(run, 'tradeoff')).toEqual([
      'There is no trade-off to make between accuracy and latency: Forest is at least as good as every other model on each.',
      'Beaten or equalled on every one of these axes, by the figures as they stand: Boosting (by Forest) and Neighbours (by Forest).',
    ])
  })

  it('apply the four-fifths rule by group, with group sizes', () => {
    expect(sentences(three, 'fairness')).toEqual([
      'By sex, Boosting and Neighbours fall below the four-fifths rule (0.8). Furthest is Neighbours: it selects 36 % of B (n = 20) but 60 % of A (n = 180), a ratio of 0.59.',
      'By sex, Forest keeps the four-fifths rule: the smallest ratio of selection rates is 0.83.',
      'By sex, the widest gap in true positive rate is 5 percentage points, for Forest: 85 % in B (n = 20), 90 % in A (n = 180).',
    ])
  })

  it('pass on warnings, and say once what has no value and why', () => {
    expect(sentences(three, 'warning')).toEqual([
      "group 'B' of 'sex' has 20 samples, fewer than 30: read its rates with care",
      'No ROC AUC for any model: needs scores or probabilities: send model_probabilities for this model.',
    ])
  })

  it('compare nothing when there is one model', () => {
    const run = handMadeRun({ models: ['only'] })
    expect(sentences(run, 'best')).toEqual(['only: accuracy 0.900 (95 % interval 0.870 to 0.930).'])
    expect(sentences(run, 'tie')).toEqual([])
    expect(sentences(run, 'tradeoff')).toEqual([])
  })

  it('say that models share the best value', () => {
    const ranking = ['m1', 'm2', 'm3'].map((model_id) => ({ model_id, value: 0.9, rank: 1 }))
    const run = { ...three, comparisons: [], comparison_results: { ...three.comparison_results, rankings: { accuracy: ranking } } }
    expect(sentences(run, 'best')[0]).toBe('Forest, Boosting and Neighbours share the best accuracy: 0.900 (95 % interval 0.870 to 0.930).')
  })

  it('turn the lead around where lower is better', () => {
    const pair = { ...three.comparisons[0]!, metric: 'log_loss', difference: -0.1, lower: -0.3, upper: 0.1 }
    const ranking = ['m1', 'm2'].map((model_id, i) => ({ model_id, value: 0.3 + i / 10, rank: i + 1 }))
    const run = { ...three, comparisons: [pair], comparison_results: { ...three.comparison_results, rankings: { log_loss: ranking } } }
    expect(sentences(run, 'tie')[0]).toContain('Forest leads by 0.10 (95 % interval −0.10 to 0.30')
  })
})
