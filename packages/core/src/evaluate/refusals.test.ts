import { expect, it } from 'vitest'
import { BenchcastError, type ErrorCode } from '../errors.ts'
import { evaluateModels } from './testing.ts'

interface Refusal {
  readonly what: string
  readonly request: Record<string, unknown>
  readonly code: ErrorCode
  readonly pointer: string
  readonly says: RegExp
}

const truth = [0, 1, 0, 1, 0]
const good = { m1: [0, 1, 0, 1, 1] }

const REFUSALS: readonly Refusal[] = [
  { what: 'an unknown task type', request: { task_type: 'clustering' }, code: 'unknown_task_type', pointer: '/task_type', says: /Use one of classification, regression/ },
  { what: 'no models', request: { model_predictions: {} }, code: 'invalid_data', pointer: '/model_predictions', says: /at least one model/ },
  { what: 'no samples', request: { model_predictions: { m1: [] }, ground_truth: [] }, code: 'invalid_data', pointer: '/ground_truth', says: /at least one sample/ },
  {
    what: 'too few predictions',
    request: { model_predictions: { m1: [0, 1, 0, 1] } },
    code: 'length_mismatch',
    pointer: '/model_predictions/m1',
    says: /model "m1" has 4 predictions, ground_truth has 5/,
  },
  { what: 'too many predictions', request: { model_predictions: { m1: [0, 1, 0, 1, 0, 0] } }, code: 'length_mismatch', pointer: '/model_predictions/m1', says: /6 predictions, ground_truth has 5/ },
  { what: 'a null prediction', request: { model_predictions: { m1: [0, 1, null, 1, 0] } }, code: 'missing_value', pointer: '/model_predictions/m1/2', says: /model "m1", row 2: the label is null/ },
  { what: 'a null truth', request: { ground_truth: [0, 1, 0, 1, null] }, code: 'missing_value', pointer: '/ground_truth/4', says: /ground_truth, row 4/ },
  { what: 'numbers among strings', request: { ground_truth: ['0', '1', '0', '1', '0'] }, code: 'mixed_values', pointer: '/model_predictions/m1/0', says: /1 and "1" are different labels/ },
  { what: 'a list as a label', request: { model_predictions: { m1: [0, 1, [0], 1, 0] } }, code: 'mixed_values', pointer: '/model_predictions/m1/2', says: /\[0\] is no label/ },
  { what: 'scores as labels', request: { model_predictions: { m1: [0, 1, 0.3, 1, 0] } }, code: 'mixed_values', pointer: '/model_predictions/m1/2', says: /scores as model_probabilities/ },
  {
    what: 'a text in a regression',
    request: { task_type: 'regression', model_predictions: { m1: [0, 1, '2', 1, 0] } },
    code: 'mixed_values',
    pointer: '/model_predictions/m1/2',
    says: /"2" is a string, not a number/,
  },
  { what: 'a null in a regression', request: { task_type: 'regression', model_predictions: { m1: [0, null, 2, 1, 0] } }, code: 'missing_value', pointer: '/model_predictions/m1/1', says: /row 1/ },
  {
    what: 'a number among texts',
    request: { task_type: 'text_generation', ground_truth: ['a', 'b', 'c', 'd', 'e'], model_predictions: { m1: ['a', 'b', 3, 'd', 'e'] } },
    code: 'mixed_values',
    pointer: '/model_predictions/m1/2',
    says: /3 is a number, not a text/,
  },
  {
    what: 'an empty list of references',
    request: { task_type: 'text_generation', ground_truth: [[]], model_predictions: { m1: ['a'] } },
    code: 'missing_value',
    pointer: '/ground_truth/0',
    says: /at least one text/,
  },
  { what: 'a metric that is no number', request: { model_metadata: { m1: { latency_ms: 'fast' } } }, code: 'mixed_values', pointer: '/model_metadata/m1/latency_ms', says: /"fast", not a number/ },
  { what: 'a negative latency', request: { model_metadata: { m1: { latency_ms: -3 } } }, code: 'invalid_data', pointer: '/model_metadata/m1/latency_ms', says: /must be 0 or more/ },
  { what: 'probabilities of the wrong length', request: { model_probabilities: { m1: [0.1, 0.2] } }, code: 'length_mismatch', pointer: '/model_probabilities/m1', says: /2 rows, ground_truth has 5/ },
  {
    what: 'ragged probability rows',
    request: { model_probabilities: { m1: [[0.1, 0.9], [0.5], [0.1, 0.9], [0.1, 0.9], [0.1, 0.9]] } },
    code: 'invalid_data',
    pointer: '/model_probabilities/m1/1',
    says: /row has 1 probability, row 0 has 2/,
  },
  { what: 'a null probability', request: { model_probabilities: { m1: [0.1, 0.9, null, 0.1, 0.1] } }, code: 'missing_value', pointer: '/model_probabilities/m1/2', says: /row 2/ },
  {
    what: 'too many probability columns',
    request: { model_probabilities: { m1: Array(5).fill([0.2, 0.3, 0.5]) } },
    code: 'invalid_data',
    pointer: '/model_probabilities/m1',
    says: /3 columns, but there are 2 classes/,
  },
  {
    what: 'class labels that miss a class',
    request: { class_labels: [0, 2], model_probabilities: { m1: Array(5).fill([0.5, 0.5]) } },
    code: 'invalid_data',
    pointer: '/class_labels',
    says: /holds the label 1/,
  },
  { what: 'a class named twice, with or without probabilities', request: { class_labels: [0, 1, 1] }, code: 'invalid_data', pointer: '/class_labels', says: /names a class twice/ },
  { what: 'a positive label nobody uses', request: { positive_label: 7 }, code: 'invalid_data', pointer: '/positive_label', says: /none of the labels 0, 1/ },
  { what: 'binary averages of three classes', request: { average: 'binary', ground_truth: [0, 1, 2, 1, 0] }, code: 'invalid_data', pointer: '/average', says: /needs two classes, there are 3/ },
  { what: 'a negative weight', request: { sample_weight: [1, 1, -1, 1, 1] }, code: 'invalid_data', pointer: '/sample_weight/2', says: /negative/ },
  { what: 'weights that are all 0', request: { sample_weight: [0, 0, 0, 0, 0] }, code: 'invalid_data', pointer: '/sample_weight', says: /At least one sample must count/ },
  { what: 'weights of the wrong length', request: { sample_weight: [1] }, code: 'length_mismatch', pointer: '/sample_weight', says: /1 value, ground_truth has 5/ },
  {
    what: 'a sensitive feature of the wrong length',
    request: { sensitive_features: { sex: ['f'] } },
    code: 'length_mismatch',
    pointer: '/sensitive_features/sex',
    says: /1 value, ground_truth has 5/,
  },
  { what: 'a metric nobody knows', request: { metrics: ['acuracy'] }, code: 'unknown_metric', pointer: '/metrics/0', says: /"acuracy"/ },
  { what: 'a metric of another task', request: { metrics: ['rmse'] }, code: 'unknown_metric', pointer: '/metrics', says: /not defined for this classification data/ },
  { what: 'an unknown baseline', request: { compare: { baseline: 'm9' } }, code: 'unknown_model', pointer: '/compare/baseline', says: /none of the models/ },
  {
    what: 'a positive log-probability',
    request: { task_type: 'text_generation', ground_truth: ['a'], model_predictions: { m1: ['a'] }, token_log_probs: { m1: [[0.5]] } },
    code: 'invalid_data',
    pointer: '/token_log_probs/m1/0',
    says: /natural logarithms/,
  },
]

it.each(REFUSALS.map((refusal) => [refusal.what, refusal] as const))('refuses %s', (_what, { request, code, pointer, says }) => {
  let error: unknown
  try {
    evaluateModels({ model_predictions: good, ground_truth: truth, ...request })
  } catch (thrown) {
    error = thrown
  }
  expect(error).toBeInstanceOf(BenchcastError)
  const refusal = error as BenchcastError
  expect(refusal.code).toBe(code)
  expect(refusal.errors[0]?.pointer).toBe(pointer)
  expect(refusal.message).toMatch(says)
})
