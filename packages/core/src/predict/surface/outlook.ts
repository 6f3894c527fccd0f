import { RecentlyUsed } from '../../models/recently-used.ts'
import { decay } from './decay.ts'

/**
 * What a surface makes of a workload whatever its batch, by point: covariance = fixed + costs m(reach) + family m(reach of the family) + linear inner product, with m the Matérn 3/2 function.
 * Sweeps over batches then cost one coordinate a point instead of all.
 */
export interface Outlook {
  /** Squared distances and inner products in all coordinates but the batch. */
  readonly squares: Float64Array
  readonly inners: Float64Array
  /** The batch coordinate of the points, scaled. */
  readonly batches: Float64Array
  /** Amplitudes, damped. */
  readonly fixed: Float64Array
  readonly costs: Float64Array
  readonly family: Float64Array
  readonly linear: Float64Array
}

/** Outlooks that a surface keeps, and workloads it remembers having been asked about once. */
const KEPT = 8
const ASKED = 64

/** Outlooks of the models a surface was asked about lately. The second question about a model makes one: most models of a table come once. */
export class Outlooks {
  readonly #kept = new RecentlyUsed<Outlook>(KEPT)
  readonly #asked = new RecentlyUsed<{ times: number }>(ASKED)

  /** The outlook of that key, when it was asked for before. */
  find(key: string, make: () => Outlook): Outlook | undefined {
    const asked = this.#asked.get(key, () => ({ times: 0 }))
    asked.times += 1
    return asked.times > 1 ? this.#kept.get(key, make) : undefined
  }

  /** Outlooks kept, of at most 8. */
  get size(): number {
    return this.#kept.size
  }
}

export function emptyOutlook(count: number): Outlook {
  const values = () => new Float64Array(count)
  return { squares: values(), inners: values(), batches: values(), fixed: values(), costs: values(), family: values(), linear: values() }
}

const SQRT_3 = Math.sqrt(3)

/** Covariances with the points at a batch (scaled). */
export function seenAt({ squares, inners, batches, fixed, costs, family, linear }: Outlook, batch: number, familyReach: number): Float64Array {
  const values = new Float64Array(squares.length)
  for (let point = 0; point < values.length; point++) {
    const other = batches[point]!
    const reach = SQRT_3 * Math.sqrt(squares[point]! + (batch - other) * (batch - other))
    let value = fixed[point]! + costs[point]! * (1 + reach) * decay(reach) + linear[point]! * (inners[point]! + batch * other)
    if (family[point]! > 0) value += family[point]! * (1 + familyReach * reach) * decay(familyReach * reach)
    values[point] = value
  }
  return values
}
