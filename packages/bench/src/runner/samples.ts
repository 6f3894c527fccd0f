/** Numbers in the order they came, in an array that doubles. */
export class Samples {
  #values = new Float64Array(1024)
  #count = 0

  push(value: number): void {
    if (this.#count === this.#values.length) {
      const larger = new Float64Array(2 * this.#count)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.#count++] = value
  }

  get values(): Float64Array {
    return this.#values.subarray(0, this.#count)
  }
}
