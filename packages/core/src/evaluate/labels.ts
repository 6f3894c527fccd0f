import type { Column, RunBenchmarkRequest } from '../api/index.ts'
import type { Codes, Label, Labels, Weights } from '../metrics/index.ts'
import { collectLabels, encode, type LabelKind, labelKind } from './columns.ts'
import { fieldError, fieldPlace, modelPlace, shown } from './describe.ts'

/** Values that name the positive class of a two-class task by themselves. */
const POSITIVE_NAMES: ReadonlySet<Label> = new Set<Label>([1, true, '1', 'true', 'True', 'TRUE', 'yes', 'Yes', 'YES', 'positive', 'Positive', 'POSITIVE', 'pos'])
/** Sets of numbers and booleans that are two-class even when the data holds one of them only. */
const BINARY_PAIRS: readonly (readonly Label[])[] = [
  [0, 1],
  [-1, 1],
  [false, true],
]
const MAX_CLASSES = 10_000

/** The labels of all columns of a request, coded over one list of classes. */
export interface LabelTable {
  readonly kind: LabelKind
  /** Sorted union over truth and every model. */
  readonly classes: readonly Label[]
  /** Index of the positive class; -1 when there are more than two classes or none is known. */
  readonly positive: number
  readonly truth: Codes
  readonly predicted: ReadonlyMap<string, Codes>
}

/** Checks and codes the label columns of a request. */
export function labelTable(request: RunBenchmarkRequest): LabelTable {
  const columns = Object.entries(request.model_predictions)
  const kind = columns.reduce<LabelKind>((known, [id, column]) => labelKind(column, modelPlace('model_predictions', id), known), labelKind(request.ground_truth, fieldPlace('ground_truth'), undefined))
  const classes = allClasses(request, [request.ground_truth, ...columns.map(([, column]) => column)])
  return {
    kind,
    classes,
    positive: positiveIndex(classes, request.positive_label ?? undefined),
    truth: encode(request.ground_truth, classes),
    predicted: new Map(columns.map(([id, column]) => [id, encode(column, classes)])),
  }
}

function allClasses(request: RunBenchmarkRequest, columns: readonly Column[]): Label[] {
  const seen = new Set<Label>()
  for (const column of columns) collectLabels(column, seen)
  const pair = BINARY_PAIRS.find((candidate) => [...seen].every((label) => candidate.includes(label)))
  for (const label of pair ?? []) seen.add(label)
  const given = request.positive_label ?? undefined
  if (given !== undefined && !seen.has(given)) checkPositive(given, seen)
  if (seen.size > MAX_CLASSES)
    throw fieldError(
      'invalid_data',
      ['ground_truth'],
      `The columns hold ${seen.size} different labels; at most ${MAX_CLASSES} classes can be evaluated. Use task_type "regression" for numbers, or "text_generation" for free text.`,
    )
  return [...seen].sort(compareLabels)
}

function checkPositive(given: Label, seen: Set<Label>): void {
  const [first] = seen
  if (typeof given !== typeof first || seen.size >= 2)
    throw fieldError(
      'invalid_data',
      ['positive_label'],
      `positive_label ${shown(given)} is none of the labels ${[...seen].slice(0, 5).map(shown).join(', ')}${seen.size > 5 ? ', …' : ''}. Send one of them, of the same kind.`,
    )
  seen.add(given)
}

/** Numbers by value, strings by code unit, false before true: the order numpy sorts them in. */
export function compareLabels(a: Label, b: Label): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function positiveIndex(classes: readonly Label[], given: Label | undefined): number {
  if (classes.length > 2) return -1
  if (given !== undefined) return classes.indexOf(given)
  const named = classes.filter((label) => POSITIVE_NAMES.has(label))
  return named.length === 1 ? classes.indexOf(named[0]!) : -1
}

/** What the label metrics of one model read. */
export function labelsOf(table: LabelTable, modelId: string, weights: Weights): Labels {
  return { n: table.truth.length, truth: table.truth, predicted: table.predicted.get(modelId)!, classes: table.classes, positive: table.positive, weights }
}
