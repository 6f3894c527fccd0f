/** One sentence of a report and what it is about. */
export interface Finding {
  readonly kind: 'best' | 'tie' | 'tradeoff' | 'fairness' | 'warning'
  readonly message: string
}
