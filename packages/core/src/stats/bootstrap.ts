import type { Random } from './random.ts'

/**
 * The statistic on `resamples` samples of n rows drawn with replacement. `evaluate` gets the drawn row indices in a buffer that is reused.
 *
 * @example bootstrapReplicates(data.length, 9999, createRandom(12345), (rows) => mean(rows.map((i) => data[i])))
 */
export function bootstrapReplicates(n: number, resamples: number, random: Random, evaluate: (rows: Uint32Array) => number): Float64Array {
  const rows = new Uint32Array(n)
  const replicates = new Float64Array(resamples)
  for (let r = 0; r < resamples; r++) {
    for (let i = 0; i < n; i++) rows[i] = random.integer(n)
    replicates[r] = evaluate(rows)
  }
  return replicates
}
