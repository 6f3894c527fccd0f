import { type Comparison, type Interval, type ModelDetails, RunDocument } from '../api/index.ts'

/** Hand-made runs for the tests of reports. Only tests read this. */
export interface HandMade {
  /** Model ids, best first on every metric. */
  readonly models: readonly string[]
  readonly names?: readonly string[]
  readonly feature?: string
  readonly groups?: readonly [string, string]
  readonly classes?: readonly string[]
  readonly benchmarkName?: string
}

const LETTERS = 'abcdefghijklmnopqrst'
const STEP = 0.015

/** A classification run with every kind of detail: the best model ties with the second and beats the rest; the last model is the fastest. */
export function handMadeRun({ models, names = models, feature = 'sex', groups = ['A', 'B'], classes = ['no', 'yes'], benchmarkName = 'Hand made' }: HandMade): RunDocument {
  const accuracy = models.map((_, i) => 0.9 - i * STEP)
  const latency = models.map((_, i) => 10 / (i + 1))
  const best = { accuracy: models[0]!, latency_ms: models.at(-1)! }
  return RunDocument.parse({
    run_id: 'benchmark-run-00000000-0000-7000-8000-000000000001',
    benchmark_name: benchmarkName,
    dataset_id: 'hand-made',
    task_type: 'classification',
    models,
    metrics: byModel(models, (i) => ({ accuracy: accuracy[i], latency_ms: latency[i] })),
    comparison_results: {
      rankings: {
        accuracy: models.map((model_id, i) => ({ model_id, value: accuracy[i], rank: i + 1, tie_group: LETTERS[Math.max(0, i - 1)] })),
        latency_ms: models.map((model_id, i) => ({ model_id, value: latency[i]!, rank: models.length - i })).toReversed(),
      },
      best_models: best,
      metrics: { accuracy: byModel(models, (i) => accuracy[i]), latency_ms: byModel(models, (i) => latency[i]) },
      summary: { total_models: models.length, metrics_compared: ['accuracy', 'latency_ms'], best_overall: models[0] },
      ...(models.length > 1 && { pareto: { axes: ['accuracy', 'latency_ms'], front: models, dominated: {} } }),
    },
    model_info: byModel(models, (i) => ({ model_id: models[i], model_name: names[i], metadata: { name: names[i], latency_ms: latency[i] } })),
    confidence_intervals: byModel(models, (i) => ({ accuracy: interval(accuracy[i]!, 0.03) })),
    comparisons: pairs(models),
    details: byModel(models, (i) => detailsOf(accuracy[i]!, i, feature, groups, classes)),
    undefined_metrics: byModel(models, () => ({ roc_auc: { code: 'scores_missing', message: 'ROC AUC: needs scores or probabilities: send model_probabilities for this model.' } })),
    metric_sources: byModel(models, () => ({ accuracy: 'computed', latency_ms: 'reported' })),
    metric_params: { average: 'binary', positive_label: 'yes' },
    warnings: [{ code: 'small_group', message: `group '${groups[1]}' of '${feature}' has 20 samples, fewer than 30: read its rates with care` }],
    created_at: '2026-08-01T12:00:00.000Z',
    metadata: { dataset_id: 'hand-made', num_models: models.length, num_samples: 200 },
  })
}

const byModel = <T>(models: readonly string[], value: (index: number) => T) => Object.fromEntries(models.map((id, i) => [id, value(i)]))
const interval = (value: number, half: number): Interval => ({ lower: value - half, upper: Math.min(1, value + half), level: 0.95, method: 'wilson' })

function pairs(models: readonly string[]): Comparison[] {
  return models.flatMap((a, i) => models.slice(i + 1).map((b, k) => comparison(a, b, k + 1)))
}

/** Neighbours are tied, models further apart are told apart. */
function comparison(model_a: string, model_b: string, apart: number): Comparison {
  const difference = apart * STEP
  const p = apart === 1 ? 0.21 : 0.01
  return {
    metric: 'accuracy',
    model_a,
    model_b,
    difference,
    lower: difference - 0.02,
    upper: difference + 0.02,
    level: 0.95,
    test: 'mcnemar_exact',
    p_value: p / 2,
    p_adjusted: p,
    adjustment: 'holm',
    significant: apart > 1,
    minimum_detectable_effect: 0.028,
  }
}

function detailsOf(accuracy: number, index: number, feature: string, groups: readonly [string, string], classes: readonly string[]): ModelDetails {
  const right = Math.round(100 * accuracy)
  const perClass = { precision: accuracy, recall: accuracy, f1_score: accuracy }
  const bins = [0.1, 0.3, 0.5, 0.7, 0.9]
  return {
    confusion_matrix: { labels: [...classes], counts: classes.map((_, i) => classes.map((_, j) => (i === j ? right : 100 - right))) },
    per_class: Object.fromEntries(classes.map((name) => [name, { ...perClass, support: 100 }])),
    averages: { macro: perClass, micro: perClass, weighted: perClass },
    curves: {
      roc: { fpr: [0, 1 - accuracy, 1], tpr: [0, accuracy, 1], thresholds: [null, 0.5, 0] },
      precision_recall: { recall: [0, accuracy, 1], precision: [1, accuracy, 0.5], thresholds: [0.9, 0.5, 0] },
      calibration: { bin_lower: bins.map((b) => b - 0.1), bin_upper: bins.map((b) => b + 0.1), confidence: bins, accuracy: bins.map((b) => b * accuracy), count: bins.map(() => 40) },
    },
    residuals: { quantiles: { '0.5': 0.1 * index }, histogram: { edges: [-2, -1, 0, 1, 2], counts: [10, 90, 80, 20] }, worst: [{ row: 7, truth: 3, predicted: 1, residual: 2 }] },
    by_group: {
      [feature]: {
        [groups[0]]: groupOf(180, 0.6, accuracy),
        [groups[1]]: groupOf(20, 0.6 - 0.1 * (index + 1) * 0.9 ** index, accuracy - 0.05),
      },
    },
    fairness: { [feature]: { demographic_parity_difference: 0.1 } },
  }
}

function groupOf(n: number, selection: number, accuracy: number): NonNullable<ModelDetails['by_group']>[string][string] {
  const half = 1 / Math.sqrt(n)
  return {
    n,
    n_positive: n / 2,
    selection_rate: selection,
    tpr: accuracy,
    fpr: 1 - accuracy,
    accuracy,
    precision: accuracy,
    estimable: true,
    confidence_intervals: { selection_rate: interval(selection, half), tpr: interval(accuracy, half), accuracy: interval(accuracy, half) },
  }
}
