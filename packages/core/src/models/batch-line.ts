/** Amounts by name. */
type Amounts<Cost> = { readonly [Key in keyof Cost]: number }

/** Batch that a line is checked at, and up to which it is used. */
const FAR = 65_536
/** Batches that are counted before a line is looked for. */
const COUNTED = 3
const TOLERANCE = 1e-12

/**
 * Costs of a model at one size by its batch. Counts of a graph are sums over its nodes, in proportion to the batch or independent of it, and the peak is the greatest of such sums: where they lie on
 * one line at three batches and a far one, they lie on it between them too, since what only bends one way and touches its chord inside is the chord. From then on no graph is built.
 *
 * @example
 * const line = new BatchLine((batch) => ({ macs: 7 * batch }))
 * line.at(4) // { macs: 28 }
 */
export class BatchLine<Cost extends Amounts<Cost>> {
  readonly #count: (batch: number) => Cost
  readonly #counted = new Map<number, Cost>()
  #line: Line<Cost> | 'none' | undefined

  constructor(count: (batch: number) => Cost) {
    this.#count = count
  }

  at(batch: number): Cost {
    const known = this.#counted.get(batch)
    if (known !== undefined) return known
    if (this.#line === undefined && this.#counted.size >= COUNTED) this.#line = this.#findLine()
    if (typeof this.#line === 'object' && Number.isInteger(batch) && batch >= this.#line.from && batch <= FAR) return onLine(this.#line, batch)
    const cost = this.#count(batch)
    if (this.#line === undefined) this.#counted.set(batch, cost)
    return cost
  }

  #findLine(): Line<Cost> | 'none' {
    const from = Math.min(...this.#counted.keys())
    if (from >= FAR) return 'none'
    const line: Line<Cost> = { from, near: this.#counted.get(from)!, far: this.#count(FAR) }
    return [...this.#counted].every(([batch, cost]) => same(onLine(line, batch), cost)) ? line : 'none'
  }
}

interface Line<Cost> {
  readonly from: number
  readonly near: Cost
  readonly far: Cost
}

function onLine<Cost extends Amounts<Cost>>({ from, near, far }: Line<Cost>, batch: number): Cost {
  const cost: { -readonly [Key in keyof Cost]: number } = { ...near }
  for (const name of Object.keys(near) as (keyof Cost)[]) cost[name] = near[name] + ((far[name] - near[name]) / (FAR - from)) * (batch - from)
  return cost as Cost
}

const same = <Cost extends Amounts<Cost>>(a: Cost, b: Cost): boolean => (Object.keys(a) as (keyof Cost)[]).every((name) => Math.abs(a[name] - b[name]) <= TOLERANCE * Math.abs(b[name]))
