import type { Probabilities } from '../inputs.ts'
import { forBlocks, scoresOf, sortInto } from '../kernels/index.ts'
import type { LevelPiece, ScoreLevels } from './score-levels.ts'

const PIECE = 4096

/**
 * The levels of unweighted rows: the scores of the class and those of all others are sorted apart, and merged whenever somebody asks.
 * Eight bytes a row, a fourth of what an order and a list of levels take.
 */
export function sortedSides(input: Probabilities, code: number): ScoreLevels {
  const [members, others] = sidesOf(input, code)
  let count: number | undefined
  return {
    get count() {
      count ??= countOf(merged(members, others, 1))
      return count
    },
    positives: members.length - 2,
    negatives: others.length - 2,
    rising: () => merged(members, others, 1),
    falling: () => merged(members, others, -1),
  }
}

function countOf(pieces: Iterable<LevelPiece>): number {
  let count = 0
  for (const { scores } of pieces) count += scores.length
  return count
}

/** The sorted scores of the class and of the others, each between -Infinity and Infinity, which no score is. */
function sidesOf(input: Probabilities, code: number): readonly [Float64Array, Float64Array] {
  const { n, truth } = input
  const scores = scoresOf(input, code)
  let members = 0
  forBlocks([truth], 0, n, ([t], _start, rows) => {
    for (let i = 0; i < rows; i++) if (t[i] === code) members++
  })
  const sides = [new Float64Array(n - members), new Float64Array(members)] as const
  const filled = Uint32Array.of(0, 0)
  forBlocks([truth], 0, n, ([t], start, rows) => {
    for (let i = 0; i < rows; i++) {
      const side = t[i] === code ? 1 : 0
      sides[side][filled[side]!++] = scores[start + i]!
    }
  })
  return [bounded(sides[1]), bounded(sides[0])]
}

function bounded(values: Float64Array): Float64Array {
  const sorted = new Float64Array(values.length + 2)
  sorted[0] = Number.NEGATIVE_INFINITY
  sorted[values.length + 1] = Number.POSITIVE_INFINITY
  sortInto(sorted.subarray(1, values.length + 1), values)
  return sorted
}

/** Levels in pieces, upwards or downwards; the arrays of a piece are those of the next one too. */
function* merged(members: Float64Array, others: Float64Array, step: 1 | -1): Generator<LevelPiece> {
  const piece = { scores: new Float64Array(PIECE), members: new Float64Array(PIECE), others: new Float64Array(PIECE) }
  const first = step === 1 ? 0 : PIECE - 1
  const end = step * Number.POSITIVE_INFINITY
  let [m, o] = step === 1 ? [1, 1] : [members.length - 2, others.length - 2]
  for (let at = first; ; ) {
    const score = step === 1 ? Math.min(members[m]!, others[o]!) : Math.max(members[m]!, others[o]!)
    if (score === end || at === PIECE || at < 0) {
      yield step === 1 ? part(piece, 0, at) : part(piece, at + 1, PIECE)
      if (score === end) return
      at = first
    }
    const [m0, o0] = [m, o]
    while (members[m] === score) m += step
    while (others[o] === score) o += step
    piece.scores[at] = score + 0 // no -0
    piece.members[at] = Math.abs(m - m0)
    piece.others[at] = Math.abs(o - o0)
    at += step
  }
}

const part = ({ scores, members, others }: LevelPiece, from: number, to: number): LevelPiece => ({
  scores: scores.subarray(from, to),
  members: members.subarray(from, to),
  others: others.subarray(from, to),
})
