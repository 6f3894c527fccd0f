import type { LevelPiece, ScoreLevels } from './score-levels.ts'

/** Levels in one piece: add them from the lowest score upwards. */
export class ListedLevels implements ScoreLevels {
  readonly #scores: Float64Array
  readonly #members: Float64Array
  readonly #others: Float64Array
  count = 0
  positives = 0
  negatives = 0

  /** @param capacity how many levels there can be */
  constructor(capacity: number) {
    this.#scores = new Float64Array(capacity)
    this.#members = new Float64Array(capacity)
    this.#others = new Float64Array(capacity)
  }

  add(score: number, members: number, others: number): void {
    const at = this.count++
    this.#scores[at] = score
    this.#members[at] = members
    this.#others[at] = others
    this.positives += members
    this.negatives += others
  }

  /** All of them. */
  piece(): LevelPiece {
    const [scores, members, others] = [this.#scores, this.#members, this.#others].map((column) => column.subarray(0, this.count)) as [Float64Array, Float64Array, Float64Array]
    return { scores, members, others }
  }

  rising(): readonly [LevelPiece] {
    return [this.piece()]
  }

  falling(): readonly [LevelPiece] {
    return [this.piece()]
  }
}
