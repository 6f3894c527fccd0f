/** Amounts by name. */
type Amounts<Cost> = { readonly [Key in keyof Cost]: number }

/** Batch up to which a line is used. */
const FAR = 65_536
/** Batches that a line is checked at besides those asked for. With 1 and 2 among them, counts that are rounded for each batch do not pass for a line. */
const CHECKED = [1, 2]
/** Batches that are counted before a line is looked for. */
const COUNTED = 2
const TOLERANCE = 1e-12

/**
 * Costs of a model at one size by its batch. Counts of a graph are sums over its nodes, in proportion to the batch or independent of it, and the peak is the greatest of such sums: where they lie on
 * one line at 1, 2, the batches asked for and a far one, they lie on it between them too: what only bends one way and touches its chord inside is the chord. From then on no graph is built.
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
    if (typeof this.#line === 'object' && Number.isInteger(batch) && batch >= 1 && batch <= FAR) return onLine(this.#line, batch)
    const cost = this.#count(batch)
    if (this.#line === undefined) this.#counted.set(batch, cost)
    return cost
  }

  #findLine(): Line<Cost> | 'none' {
    for (const batch of CHECKED) if (!this.#counted.has(batch)) this.#counted.set(batch, this.#count(batch))
    const line: Line<Cost> = { near: this.#counted.get(1)!, far: this.#count(FAR) }
    return [...this.#counted].every(([batch, cost]) => same(onLine(line, batch), cost)) ? line : 'none'
  }
}

/** Costs at batch 1 and at the far batch. */
interface Line<Cost> {
  readonly near: Cost
  readonly far: Cost
}

function onLine<Cost extends Amounts<Cost>>({ near, far }: Line<Cost>, batch: number): Cost {
  const cost: { -readonly [Key in keyof Cost]: number } = { ...near }
  for (const name of Object.keys(near) as (keyof Cost)[]) cost[name] = near[name] + ((far[name] - near[name]) / (FAR - 1)) * (batch - 1)
  return cost as Cost
}

const same = <Cost extends Amounts<Cost>>(a: Cost, b: Cost): boolean => (Object.keys(a) as (keyof Cost)[]).every((name) => Math.abs(a[name] - b[name]) <= TOLERANCE * Math.abs(b[name]))
