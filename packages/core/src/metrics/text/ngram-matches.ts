import type { Ids } from './encoded-rows.ts'

/**
 * Clipped n-gram matches between a text and its references: `matches[n - 1]` is the sum over the text's distinct n-grams of
 * min(count in the text, largest count in any reference), for n = 1..`matches.length`.
 *
 *     ngramMatches([1, 1, 2], [[1, 2, 3]], new Float64Array(2)) // [2, 1]
 *
 * An n-gram is named by the number of its first n - 1 tokens and its last token, so no n-gram is ever written out; a position whose
 * (n - 1)-gram matched nothing is dropped, because no longer n-gram there can match. Time is linear in the tokens.
 */
export function ngramMatches(hypothesis: Ids, references: readonly Ids[], matches: Float64Array): Float64Array {
  matches.fill(0)
  let hypothesisNames = zeros(hypothesis.length)
  const referenceNames = references.map((reference) => zeros(reference.length))
  for (let n = 1; n <= matches.length && hypothesis.length >= n; n++) {
    TABLE.clear(hypothesis.length)
    hypothesisNames = nameHypothesis(hypothesis, hypothesisNames, n)
    for (const [k, reference] of references.entries()) countReference(reference, referenceNames[k]!, n)
    matches[n - 1] = TABLE.clippedMatches()
    if (matches[n - 1] === 0) return matches
    for (let i = 0; i < hypothesisNames.length; i++) if (hypothesisNames[i]! >= 0 && TABLE.best[hypothesisNames[i]!] === 0) hypothesisNames[i] = -1
  }
  return matches
}

const zeros = (length: number): number[] => new Array<number>(length).fill(0)

function nameHypothesis(tokens: Ids, names: number[], n: number): number[] {
  for (let i = 0; i < names.length; i++) {
    if (i + n > tokens.length) names[i] = -1
    if (names[i]! < 0) continue
    const name = TABLE.name(names[i]!, tokens[i + n - 1]!, true)
    names[i] = name
    TABLE.count[name]!++
  }
  return names
}

function countReference(tokens: Ids, names: number[], n: number): void {
  for (let i = 0; i < names.length; i++) {
    if (i + n > tokens.length) names[i] = -1
    if (names[i]! < 0) continue
    const name = TABLE.name(names[i]!, tokens[i + n - 1]!, false)
    names[i] = name
    if (name >= 0) TABLE.seen[name]!++
  }
  TABLE.closeReference()
}

/** Slots that one huge text may leave behind. */
const LARGEST_KEPT = 2 ** 16
const LAST_ROUND = 2 ** 31 - 1

/** Open addressing over pairs of integers, reused from call to call; a stamp per slot saves clearing it. */
class PairTable {
  #mask = 0
  #round = 0
  #stamps = new Int32Array(0)
  #prefixes = new Int32Array(0)
  #tokens = new Int32Array(0)
  #names = new Int32Array(0)
  #size = 0
  /** Per name: times in the hypothesis, times in the reference at hand, most times in any reference so far. */
  count = new Int32Array(0)
  seen = new Int32Array(0)
  best = new Int32Array(0)

  clear(expected: number): void {
    const slots = 2 ** Math.ceil(Math.log2(2 * expected + 2))
    const used = this.#stamps.length
    if (used < slots || (used > slots && used > LARGEST_KEPT) || this.#round === LAST_ROUND) this.#allocate(slots)
    this.count.fill(0, 0, this.#size)
    this.best.fill(0, 0, this.#size)
    this.#size = 0
    this.#round++
  }

  /** The name of a pair; -1 when it is new and not to be added. */
  name(prefix: number, token: number, add: boolean): number {
    let slot = (Math.imul(prefix, 0x9e3779b1) ^ Math.imul(token + 1, 0x85ebca6b)) >>> 0
    for (slot = (slot ^ (slot >>> 15)) & this.#mask; this.#stamps[slot] === this.#round; slot = (slot + 1) & this.#mask)
      if (this.#prefixes[slot] === prefix && this.#tokens[slot] === token) return this.#names[slot]!
    if (!add) return -1
    this.#stamps[slot] = this.#round
    this.#prefixes[slot] = prefix
    this.#tokens[slot] = token
    this.#names[slot] = this.#size
    return this.#size++
  }

  closeReference(): void {
    for (let name = 0; name < this.#size; name++) {
      if (this.seen[name]! > this.best[name]!) this.best[name] = this.seen[name]!
      this.seen[name] = 0
    }
  }

  clippedMatches(): number {
    let sum = 0
    for (let name = 0; name < this.#size; name++) sum += Math.min(this.count[name]!, this.best[name]!)
    return sum
  }

  #allocate(slots: number): void {
    this.#mask = slots - 1
    this.#round = 0
    this.#stamps = new Int32Array(slots).fill(-1)
    this.#prefixes = new Int32Array(slots)
    this.#tokens = new Int32Array(slots)
    this.#names = new Int32Array(slots)
    this.count = new Int32Array(slots)
    this.seen = new Int32Array(slots)
    this.best = new Int32Array(slots)
    this.#size = 0
  }
}

const TABLE = new PairTable()
