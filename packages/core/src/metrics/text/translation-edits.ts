import { type Alignment, BeamDistance } from './beam-distance.ts'
import type { Ids } from './encoded-rows.ts'

const LONGEST_SHIFT = 10
const FARTHEST_SHIFT = 50
/** Shifts looked at per pair of texts; what bounds the cost of long ones. */
const MOST_CANDIDATES = 1000

/** Our own limit, out of reach below some 10,000 words: there the reference would take minutes, so the search ends early instead. */
const MOST_CELLS = 5e8

/** A block of words moved elsewhere, with the text that results. */
interface Shift {
  readonly gain: number
  readonly length: number
  readonly start: number
  readonly target: number
  readonly words: Ids
}

/**
 * Edits of the translation edit rate: fewest word insertions, deletions, substitutions and block shifts found by tercom's greedy search,
 * with its limits. `translationEdits([2, 3, 1], [1, 2, 3])` is 1: one shift.
 */
export function translationEdits(text: Ids, reference: Ids): number {
  if (reference.length === 0) return text.length
  const search = new ShiftSearch(text, reference)
  let shifts = 0
  while (search.improve()) shifts++
  return shifts + search.distance
}

class ShiftSearch {
  #words: Ids
  readonly #reference: Ids
  readonly #table: BeamDistance
  #candidates = 0

  constructor(words: Ids, reference: Ids) {
    this.#words = words
    this.#reference = reference
    this.#table = new BeamDistance(reference, words.length)
    this.#table.accept(words, 0)
  }

  get distance(): number {
    return this.#table.distance
  }

  get #exhausted(): boolean {
    return this.#candidates >= MOST_CANDIDATES || this.#table.cells >= MOST_CELLS
  }

  /** Makes the shift that saves most; false when none saves anything or the limit is reached. */
  improve(): boolean {
    const shift = this.distance === 0 ? undefined : this.#bestShift()
    if (!shift || shift.gain <= 0 || this.#exhausted) return false
    this.#words = shift.words
    this.#table.accept(shift.words, Math.min(shift.start, shift.target))
    return true
  }

  #bestShift(): Shift | undefined {
    const alignment = this.#table.align()
    let best: Shift | undefined
    for (const [start, referenceStart, length] of this.#equalBlocks(alignment)) {
      if (!worthMoving(alignment, start, referenceStart, length)) continue
      for (const target of targets(alignment, referenceStart, length)) {
        this.#candidates++
        best = better(best, this.#tried(start, length, target))
      }
      if (this.#exhausted) break
    }
    return best
  }

  /** Runs of equal words in text and reference, near each other, every prefix of a run by itself; only where both have an error close by. */
  *#equalBlocks({ errors, referenceErrors }: Alignment): Generator<[start: number, referenceStart: number, length: number]> {
    const [words, reference] = [this.#words, this.#reference]
    for (let start = 0; start < words.length; start++) {
      if (!anyWithin(errors, start)) continue
      const end = Math.min(reference.length, start + FARTHEST_SHIFT + 1)
      for (let referenceStart = Math.max(0, start - FARTHEST_SHIFT); referenceStart < end; referenceStart++) {
        if (words[start] !== reference[referenceStart] || !anyWithin(referenceErrors, referenceStart)) continue
        const longest = Math.min(LONGEST_SHIFT, words.length - start, reference.length - referenceStart)
        for (let length = 1; length <= longest && words[start + length - 1] === reference[referenceStart + length - 1]; length++) yield [start, referenceStart, length]
      }
    }
  }

  #tried(start: number, length: number, target: number): Shift {
    const words = shifted(this.#words, start, length, target)
    const gain = this.distance - this.#table.distanceOf(words, Math.min(start, target), Math.max(start, target) + length)
    return { gain, length, start, target, words }
  }
}

/** Whether the longest block that could start here holds an error at all. */
function anyWithin(errors: Int32Array, start: number): boolean {
  return errors[Math.min(start + LONGEST_SHIFT, errors.length - 1)]! > errors[start]!
}

/** Only where both the block and the place it would go to are wrong now, and never into itself. */
function worthMoving({ position, errors, referenceErrors }: Alignment, start: number, referenceStart: number, length: number): boolean {
  const wrong = errors[start + length]! > errors[start]! && referenceErrors[referenceStart + length]! > referenceErrors[referenceStart]!
  const at = position[referenceStart]!
  return wrong && !(start <= at && at < start + length)
}

/** Positions before which the block could stand: after the counterparts of the reference words from just before the block to its last one. */
function targets({ position }: Alignment, referenceStart: number, length: number): number[] {
  const found: number[] = []
  for (let j = referenceStart - 1; j < referenceStart + length; j++) {
    const target = j === -1 ? 0 : position[j]! + 1
    if (target !== found.at(-1)) found.push(target)
  }
  return found
}

function shifted(words: Ids, start: number, length: number, target: number): Ids {
  const block = words.slice(start, start + length)
  const rest = [...words.slice(0, start), ...words.slice(start + length)]
  const at = target < start ? target : target > start + length ? target - length : target
  return [...rest.slice(0, at), ...block, ...rest.slice(at)]
}

/** tercom's order: most saved, then longest, then earliest, then earliest target. */
function better(best: Shift | undefined, next: Shift): Shift {
  if (best === undefined) return next
  const lead = next.gain - best.gain || next.length - best.length || best.start - next.start || best.target - next.target
  return lead > 0 ? next : best
}
