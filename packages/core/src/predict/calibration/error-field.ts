import { type DeviceIs, deviceShare, type ErrorPoint, partedShare, SIZE_COUNT, WORD_KEEPS } from './error-kernel.ts'

/** Measured workloads whose errors are compared with many others: words as numbers, sizes side by side. */
export class ErrorField {
  readonly points: readonly ErrorPoint[]
  readonly #codes = new Map<unknown, number>()
  readonly #words: Int32Array
  readonly #families: Int32Array
  readonly #architectures: Int32Array
  readonly #sizes: Float64Array
  /** One point of each device, and which device each point is on. */
  readonly #devices: readonly ErrorPoint[]
  readonly #deviceOf: Int32Array

  constructor(points: readonly ErrorPoint[]) {
    this.points = points
    this.#words = Int32Array.from(points.flatMap(({ words }) => words.map((word) => this.#codeOf(word))))
    this.#families = Int32Array.from(points, ({ facts }) => this.#codeOf(facts.family))
    this.#architectures = Int32Array.from(points, ({ facts }) => this.#codeOf(facts.architecture))
    this.#sizes = Float64Array.from(points.flatMap(({ sizes }) => sizes))
    const byDevice = [...Map.groupBy(points.keys(), (place) => points[place]!.facts.workload.device.id).values()]
    this.#devices = byDevice.map((places) => points[places[0]!]!)
    this.#deviceOf = new Int32Array(points.length)
    byDevice.forEach((places, device) => {
      for (const place of places) this.#deviceOf[place] = device
    })
  }

  /** Correlations of the error of a workload with those of all points; 0 where it is surely below `least`. */
  correlations(point: ErrorPoint, deviceIs: DeviceIs, least = 0): Float64Array {
    const words = Int32Array.from(point.words, (word) => this.#codes.get(word) ?? -1)
    const family = this.#codes.get(point.facts.family) ?? -1
    const architecture = this.#codes.get(point.facts.architecture) ?? -1
    const onDevices = this.#devices.map((other) => deviceShare(point.facts, other.facts))
    const result = new Float64Array(this.points.length)
    for (let place = 0; place < result.length; place++) {
      const damping = this.#damping(words, place)
      const onDevice = onDevices[this.#deviceOf[place]!]!
      const isArchitecture = architecture === this.#architectures[place]
      if (damping * (isArchitecture ? 1 : onDevice) < SURELY * least) continue
      result[place] = damping * partedShare(deviceIs, this.#square(point.sizes, place), onDevice, family === this.#families[place], isArchitecture)
    }
    return result
  }

  #codeOf(word: unknown): number {
    const code = this.#codes.get(word) ?? this.#codes.size
    this.#codes.set(word, code)
    return code
  }

  #damping(words: Int32Array, place: number): number {
    let damping = 1
    for (let word = 0, at = place * words.length; word < words.length; word++, at++) if (words[word] !== this.#words[at]) damping *= WORD_KEEPS[word]!
    return damping
  }

  #square(sizes: readonly number[], place: number): number {
    let square = 0
    for (let size = 0, at = place * SIZE_COUNT; size < SIZE_COUNT; size++, at++) square += (sizes[size]! - this.#sizes[at]!) ** 2
    return square
  }
}

/** Shares add up to 1, but for rounding. */
const SURELY = 1 - 1e-12
