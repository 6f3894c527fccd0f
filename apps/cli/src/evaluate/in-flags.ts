import type { RunDocument } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'

/** What sentences of the evaluation say of a request, and what that is on a command line: whole pieces of advice first, then names of fields. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/send model_probabilities for this model/g, 'give a column probability_NAME, or --model NAME=COLUMN:PROBABILITIES'],
  [/needs sensitive_features: send one group per sample/g, 'needs groups: give a column group_NAME, or --group COLUMN'],
  [/needs token_log_probs for this model/g, 'needs token_log_probs, which a request in a JSON file can hold'],
  [/send it in model_metadata/g, 'give it with --metadata FILE'],
  [/send positive_label/gi, 'say which with --positive LABEL'],
  [/ask for confidence\.method "bootstrap" if/g, 'try --intervals bootstrap if'],
  [/ and scores as model_probabilities\b/g, ' and scores in a column probability_NAME'],
  [/use task_type "regression"/g, 'give --task regression'],
  [/Send compare: \{\} for all pairs, or compare\.baseline for one model against the others/g, 'Name a model with --baseline to compare the others with it'],
  [/GET \/api\/v1\/model-performance\/performance-metrics (lists all of them|tells which task types each metric is for)/g, 'docs/generated/metrics.md $1'],
  [/^model_predictions of model "(.+?)", row (\d+)/g, 'predictions of $1, data row $2'],
  [/^model_probabilities of model "(.+?)", row (\d+)/g, 'probabilities of $1, data row $2'],
  [/^ground_truth, row (\d+)/g, 'true values, data row $1'],
  [/^sample_weight, row (\d+)/g, 'weights, data row $1'],
  [/\bmodel_predictions\b/g, 'the predictions'],
  [/\bmodel_probabilities\b/g, 'the probabilities'],
  [/\bground_truth\b/g, 'the true values'],
  [/\bclass_labels\b/g, '--class-labels'],
  [/\bpositive_label\b/g, '--positive'],
  [/\bmodel_metadata\b/g, '--metadata'],
  [/\btask_type\b/g, '--task'],
]

/** Rows of a request are counted from 0, those of files from 1. */
const countedFromOne = (sentence: string): string => sentence.replace(/(?<=data row )\d+(?=:)/, (row) => String(Number(row) + 1))

/**
 * A sentence of the evaluation as a person at a command line needs it: options and columns in place of the fields of a request.
 *
 * @example inFlags('needs a positive class: send positive_label') // 'needs a positive class: say which with --positive LABEL'
 */
export const inFlags = (sentence: string): string => countedFromOne(WORDS.reduce((said, [of, words]) => said.replace(of, words), sentence))

/** A document with such sentences, for a page. */
export function documentInFlags(document: RunDocument): RunDocument {
  const undefinedMetrics = Object.entries(document.undefined_metrics).map(([model, metrics]) => [model, mapped(metrics, (entry) => ({ ...entry, message: inFlags(entry.message) }))] as const)
  return { ...document, undefined_metrics: Object.fromEntries(undefinedMetrics), warnings: document.warnings.map((warning) => ({ ...warning, message: inFlags(warning.message) })) }
}

const mapped = <T>(values: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]))

/** A refusal with such a sentence; everything else as it is. */
export const errorInFlags = (error: unknown): unknown =>
  error instanceof BenchcastError ? new BenchcastError(error.code, inFlags(error.message), { errors: error.errors.map((each) => ({ ...each, detail: inFlags(each.detail) })), cause: error }) : error
