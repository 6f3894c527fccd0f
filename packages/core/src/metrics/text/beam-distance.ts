import type { Ids } from './encoded-rows.ts'

const BEAM = 25
const UNREACHED = 1e9

/** How one text becomes the reference: where each reference word lies in it, and which words of either are not matched. */
export interface Alignment {
  /** Per reference word: the position of its counterpart, or of the last word before the gap (-1 at the front). */
  readonly position: Int32Array
  /** Running counts of unmatched words, so that a range is one subtraction: `errors[to] - errors[from]`. */
  readonly errors: Int32Array
  readonly referenceErrors: Int32Array
}

interface Row {
  readonly costs: Int32Array
  /** Index in `costs` of reference position 0; positions from..to (exclusive) are there. */
  readonly base: number
  readonly from: number
  readonly to: number
}

/**
 * Word edit distance to one reference, looking only at a band around the diagonal as tercom does. Holds the table of one text;
 * `distanceOf` judges rearrangements of that text by the rows that change.
 */
export class BeamDistance {
  readonly #reference: Ids
  readonly #ratio: number
  readonly #beam: number
  readonly #rows: Row[] = []
  #scratch: Int32Array[]
  #words: Ids = []
  #cells = 0

  constructor(reference: Ids, length: number) {
    this.#reference = reference
    this.#ratio = length === 0 ? 1 : reference.length / length
    this.#beam = BEAM < this.#ratio / 2 ? Math.ceil(this.#ratio / 2 + BEAM) : BEAM
    const width = Math.min(2 * this.#beam + 2, reference.length + 1)
    this.#scratch = [new Int32Array(width), new Int32Array(width)]
    this.#rows.push({ costs: Int32Array.from({ length: reference.length + 1 }, (_, j) => j), base: 0, from: 0, to: reference.length + 1 })
    const table = new Int32Array(length * width)
    for (let i = 1; i <= length; i++) this.#rows.push(this.#rowAt(i, length, table, (i - 1) * width))
  }

  /** Table cells filled so far: what the work is measured by. */
  get cells(): number {
    return this.#cells
  }

  get distance(): number {
    return costAt(this.#rows[this.#words.length]!, this.#reference.length)
  }

  /** Takes over `words`, which equal those before up to `from`. */
  accept(words: Ids, from: number): void {
    this.#words = words
    for (let i = from + 1; i <= words.length; i++) this.#fill(this.#rows[i]!, this.#rows[i - 1]!, words[i - 1]!)
  }

  /** Distance of `words`, which differ from the accepted ones at from..to (exclusive) only. */
  distanceOf(words: Ids, from: number, to: number): number {
    let above = this.#rows[from]!
    for (let i = from + 1; i <= words.length; i++) {
      const { from: first, to: end } = this.#rows[i]!
      const row = { costs: this.#scratch[i & 1]!, base: -first, from: first, to: end }
      this.#fill(row, above, words[i - 1]!)
      const shift = i < to ? undefined : shiftBetween(row, this.#rows[i]!)
      if (shift !== undefined) return this.distance + shift
      above = row
    }
    return costAt(above, this.#reference.length)
  }

  /** Walks back from the end; of equally cheap ways a match or substitution first, then a word too many, then a word missing. */
  align(): Alignment {
    const [words, reference] = [this.#words, this.#reference]
    const position = new Int32Array(reference.length)
    const errors = new Int32Array(words.length + 1)
    const referenceErrors = new Int32Array(reference.length + 1)
    for (let i = words.length, j = reference.length; i > 0 || j > 0; ) {
      const cost = costAt(this.#rows[i]!, j)
      const differs = Number(words[i - 1] !== reference[j - 1])
      if (i > 0 && j > 0 && cost === costAt(this.#rows[i - 1]!, j - 1) + differs) {
        errors[i--] = differs
        position[j - 1] = i
        referenceErrors[j--] = differs
      } else if (i > 0 && cost === costAt(this.#rows[i - 1]!, j) + 1) errors[i--] = 1
      else {
        position[j - 1] = i - 1
        referenceErrors[j--] = 1
      }
    }
    return { position, errors: accumulate(errors), referenceErrors: accumulate(referenceErrors) }
  }

  #fill(row: Row, above: Row, word: number): void {
    fillRow(row, above, word, this.#reference)
    this.#cells += row.to - row.from
  }

  #rowAt(i: number, length: number, costs: Int32Array, start: number): Row {
    const end = this.#reference.length + 1
    const diagonal = Math.floor(i * this.#ratio)
    const from = Math.max(0, diagonal - this.#beam)
    return { costs, base: start - from, from, to: i === length ? end : Math.min(end, diagonal + this.#beam) }
  }
}

function costAt({ costs, base, from, to }: Row, j: number): number {
  return j >= from && j < to ? costs[base + j]! : UNREACHED
}

function fillRow(row: Row, above: Row, word: number, reference: Ids): void {
  const { costs, base, from, to } = row
  let left = UNREACHED
  let corner = costAt(above, from - 1)
  for (let j = from; j < to; j++) {
    const up = costAt(above, j)
    let cost = j > 0 && reference[j - 1] !== word ? corner + 1 : corner
    if (up + 1 < cost) cost = up + 1
    if (left + 1 < cost) cost = left + 1
    if (cost > UNREACHED) cost = UNREACHED
    costs[base + j] = cost
    left = cost
    corner = up
  }
}

/** The constant by which `row` lies above `other`; undefined when there is none. From there on both cost the same. */
function shiftBetween(row: Row, other: Row): number | undefined {
  const shift = row.costs[row.base + row.from]! - other.costs[other.base + row.from]!
  for (let j = row.from + 1; j < row.to; j++) if (row.costs[row.base + j]! - other.costs[other.base + j]! !== shift) return undefined
  return shift
}

function accumulate(counts: Int32Array): Int32Array {
  for (let k = 1; k < counts.length; k++) counts[k]! += counts[k - 1]!
  return counts
}
