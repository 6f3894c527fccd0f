/** What is said about one metric of one model. */
export interface Check {
  readonly kind: 'below' | 'above' | 'baseline'
  readonly model: string
  readonly metric: string
  readonly value: number
  /** The threshold, or the baseline's value. */
  readonly limit: number
  /** The value is on the wrong side of the limit, by chance or not. */
  readonly isWorse: boolean
  /** Two-sided, of a difference between value and limit this large when there is none; undefined where no interval tells. */
  readonly pValue: number | undefined
  /** How the p-value was made. */
  readonly test: string
  /** In words, without the verdict. */
  readonly about: string
}

/** A check with what became of it. */
export interface Judged extends Check {
  /** Adjusted for all checks (Holm). */
  readonly pAdjusted: number | undefined
  /** `worse` is worse than the limit, but within what chance explains. */
  readonly verdict: 'passed' | 'worse' | 'failed'
}

/** What a gate says. */
export interface Gate {
  readonly passed: boolean
  readonly level: number
  readonly checks: readonly Judged[]
}
