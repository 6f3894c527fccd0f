/**
 * The columns on the way to a node, for path-dependent TreeSHAP: of each the share of training rows (`zeros`) and of the row (`ones`, 0 or 1) that its splits let through, and `weights`, those of
 * subsets of the columns by their size. A path of length n lies at places [start, start + n); paths of deeper nodes lie behind it.
 */
export class ColumnPath {
  readonly #features: Int32Array
  readonly #zeros: Float64Array
  readonly #ones: Float64Array
  readonly #weights: Float64Array

  /** Room for the paths of a tree that is so deep. */
  constructor(depth: number) {
    const places = ((depth + 2) * (depth + 3)) / 2
    this.#features = new Int32Array(places)
    this.#zeros = new Float64Array(places)
    this.#ones = new Float64Array(places)
    this.#weights = new Float64Array(places)
  }

  /** Share of training rows that the column at a place lets through. */
  zeroAt(place: number): number {
    return this.#zeros[place]!
  }

  /** 1 where the row goes the way of the column at a place, else 0. */
  oneAt(place: number): number {
    return this.#ones[place]!
  }

  /** Place of a column on a path, -1 when it is not there; the first part of a path is no column. */
  find(start: number, length: number, feature: number): number {
    for (let place = start + 1; place < start + length; place++) if (this.#features[place] === feature) return place
    return -1
  }

  /** Copies a path behind itself. */
  copy(start: number, length: number): void {
    this.#move(start, start + length, length)
    const weights = this.#weights
    for (let place = start; place < start + length; place++) weights[place + length] = weights[place]!
  }

  /** Moves columns without their weights. Paths are short: a loop is quicker than copyWithin. */
  #move(from: number, to: number, count: number): void {
    const [features, zeros, ones] = [this.#features, this.#zeros, this.#ones]
    for (let i = 0; i < count; i++) {
      features[to + i] = features[from + i]!
      zeros[to + i] = zeros[from + i]!
      ones[to + i] = ones[from + i]!
    }
  }

  /** Makes a path one column longer. */
  extend(start: number, length: number, zero: number, one: number, feature: number): void {
    const weights = this.#weights
    const end = start + length
    this.#features[end] = feature
    this.#zeros[end] = zero
    this.#ones[end] = one
    weights[end] = length === 0 ? 1 : 0
    for (let i = length - 1; i >= 0; i--) {
      weights[start + i + 1]! += (one * weights[start + i]! * (i + 1)) / (length + 1)
      weights[start + i] = (zero * weights[start + i]! * (length - i)) / (length + 1)
    }
  }

  /** Makes a path one column shorter: the one at `place`. */
  unwind(start: number, length: number, place: number): void {
    const weights = this.#weights
    const [last, zero, one] = [length - 1, this.#zeros[place]!, this.#ones[place]!]
    let next = weights[start + last]!
    for (let i = last - 1; i >= 0; i--) {
      const weight = weights[start + i]!
      weights[start + i] = one === 0 ? (weight * (last + 1)) / (zero * (last - i)) : (next * (last + 1)) / ((i + 1) * one)
      if (one !== 0) next = weight - (weights[start + i]! * zero * (last - i)) / (last + 1)
    }
    this.#move(place + 1, place, start + length - place - 1)
  }

  /** Adds to each column's contribution what a leaf of that value gives it: the sum of the weights of the path without the column. */
  contribute(start: number, length: number, value: number, contributions: Float64Array): void {
    for (let place = start + 1; place < start + length; place++) {
      contributions[this.#features[place]!]! += this.#sumWithout(start, length, place) * (this.#ones[place]! - this.#zeros[place]!) * value
    }
  }

  #sumWithout(start: number, length: number, place: number): number {
    const weights = this.#weights
    const [last, zero, one] = [length - 1, this.#zeros[place]!, this.#ones[place]!]
    let next = weights[start + last]!
    let sum = 0
    for (let i = last - 1; i >= 0; i--) {
      const weight = weights[start + i]!
      const without = one === 0 ? (weight * (last + 1)) / (zero * (last - i)) : (next * (last + 1)) / ((i + 1) * one)
      if (one !== 0) next = weight - (without * zero * (last - i)) / (last + 1)
      sum += without
    }
    return sum
  }
}
