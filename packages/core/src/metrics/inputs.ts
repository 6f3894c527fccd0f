/** A class label as the caller wrote it. One request uses one kind. */
export type Label = number | string | boolean

/** Indices into a list of classes or groups, one per row, in the smallest type that fits. */
export type Codes = Uint8Array | Uint16Array | Uint32Array

/** Row weights (finite, >= 0, not all 0), or null when every row counts once. */
export type Weights = Float64Array | null

/** Predicted against true class labels. */
export interface Labels {
  readonly n: number
  readonly truth: Codes
  readonly predicted: Codes
  /** Sorted union of the labels of truth and prediction; codes index into it. */
  readonly classes: readonly Label[]
  /** Index of the positive class, or -1 when the task is not binary or none was named. */
  readonly positive: number
  readonly weights: Weights
}

/** Scores or class probabilities against true labels. */
export interface Probabilities {
  readonly n: number
  readonly truth: Codes
  /** Classes in column order. */
  readonly classes: readonly Label[]
  /** Index of the positive class in `classes`, or -1 for more than two classes. */
  readonly positive: number
  /** 1: one score per row, that of the positive class. Otherwise `classes.length`. */
  readonly columns: number
  /** Row-major, n x columns. */
  readonly values: Float64Array
  /** All values lie in [0, 1]: probabilities rather than scores. */
  readonly calibrated: boolean
  readonly weights: Weights
}

/** Predicted against true numbers. */
export interface Numbers {
  readonly n: number
  readonly truth: Float64Array
  readonly predicted: Float64Array
  readonly weights: Weights
}

/** Generated text (or a short answer) against one or more references each. */
export interface Texts {
  readonly n: number
  readonly references: readonly (readonly string[])[]
  readonly hypotheses: readonly string[]
}

/** Natural-log probability of each token of each text. */
export interface TokenLogProbs {
  readonly n: number
  /** All rows one after another; row i is `values[offsets[i] .. offsets[i + 1])`. */
  readonly values: Float64Array
  readonly offsets: Uint32Array
  /** UTF-8 bytes of each scored text (the first reference), for bits per byte; null when there is no text. */
  readonly bytes: Float64Array | null
}

/** Retrieved item ids, best first, against the set of relevant ids. */
export interface Rankings {
  readonly n: number
  readonly relevant: readonly (readonly Label[])[]
  readonly ranked: readonly (readonly Label[])[]
}

/** Labels split by a sensitive attribute. */
export interface GroupedLabels {
  readonly n: number
  readonly labels: Labels
  /** One code per row into `groups`. */
  readonly group: Codes
  readonly groups: readonly string[]
}

/** Numbers the caller measured elsewhere; nothing to compute from. */
export type Reported = null

/** What a metric may read, by kind. */
export interface Inputs {
  readonly labels: Labels
  readonly probabilities: Probabilities
  readonly numbers: Numbers
  readonly texts: Texts
  readonly token_log_probs: TokenLogProbs
  readonly rankings: Rankings
  readonly grouped_labels: GroupedLabels
  readonly reported: Reported
}

export type InputKind = keyof Inputs
