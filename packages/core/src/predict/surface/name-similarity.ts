/** Lengths of the letter runs that names are compared by. */
const RUNS = [2, 3, 4]

/**
 * Closeness of names by the runs of letters they share (cosine), rare runs counting more. Names of models say what costs do not: `resnet50d` and `resnet101d` share a stem.
 *
 * @example
 * const similarity = new NameSimilarity(['resnet50', 'resnet101', 'vit_tiny'])
 * similarity.closenessToAll('resnet50d', 1) // Float64Array [0.6, 0.3, 0.1]
 */
export class NameSimilarity {
  readonly names: readonly string[]
  readonly #rarity = new Map<string, number>()
  /** For each run the names that have it. */
  readonly #postings = new Map<string, number[]>()
  readonly #norms: Float64Array
  readonly #remembered = new Map<string, Float64Array>()

  constructor(names: readonly string[]) {
    this.names = names
    const runs = names.map(runsOf)
    runs.forEach((own, index) => {
      for (const run of own) {
        const posting = this.#postings.get(run)
        if (posting === undefined) this.#postings.set(run, [index])
        else posting.push(index)
      }
    })
    for (const [run, { length }] of this.#postings) this.#rarity.set(run, Math.log(names.length / length) + 0.3)
    this.#norms = Float64Array.from(runs, (own) => this.#norm(own))
  }

  /** exp((cosine - 1) / scale) of a name with each of the names: 1 for the same letters, near 0 for nothing in common. */
  closenessToAll(name: string, scale: number): Float64Array {
    const key = `${scale} ${name}`
    const known = this.#remembered.get(key)
    if (known !== undefined) return known
    const runs = runsOf(name)
    const norm = this.#norm(runs)
    const products = new Float64Array(this.names.length)
    for (const run of runs) {
      const rarity = this.#rarity.get(run)
      if (rarity !== undefined) for (const index of this.#postings.get(run) ?? []) products[index]! += rarity
    }
    const closeness = products.map((product, index) => Math.exp((product / (norm * this.#norms[index]!) - 1) / scale))
    this.#remember(key, closeness)
    return closeness
  }

  #norm(runs: ReadonlySet<string>): number {
    const unseen = Math.log(Math.max(2, this.names.length)) + 0.3
    let square = 0
    for (const run of runs) square += this.#rarity.get(run) ?? unseen
    return Math.sqrt(square)
  }

  #remember(key: string, similarities: Float64Array): void {
    if (this.#remembered.size >= 4096) this.#remembered.clear()
    this.#remembered.set(key, similarities)
  }
}

function runsOf(name: string): Set<string> {
  const text = `^${name}$`
  const runs = new Set<string>()
  for (const length of RUNS) for (let start = 0; start + length <= text.length; start++) runs.add(text.slice(start, start + length))
  return runs
}
