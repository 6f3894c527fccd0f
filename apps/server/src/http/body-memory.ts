/** Larger bodies get memory of their own. Pages that no body has filled yet take none. */
const CAPACITY_BYTES = 128 * 1024 * 1024
const MOST = 2

/**
 * Memory for large bodies that threads look at while they arrive. It is used again and again: new memory takes longer to touch than to fill,
 * calls the garbage collector during the next body, and shared memory is given back only when all threads have collected their garbage.
 */
export class BodyMemory {
  readonly #free: SharedArrayBuffer[] = []
  #made = 0

  /** Undefined when the body is too large or all memory is in use. */
  take(bytes: number): Uint8Array<SharedArrayBuffer> | undefined {
    if (bytes > CAPACITY_BYTES) return undefined
    const memory = this.#free.pop() ?? this.#make()
    return memory && new Uint8Array(memory, 0, bytes)
  }

  giveBack({ buffer }: Uint8Array<SharedArrayBuffer>): void {
    this.#free.push(buffer)
  }

  #make(): SharedArrayBuffer | undefined {
    if (this.#made === MOST) return undefined
    this.#made++
    return new SharedArrayBuffer(CAPACITY_BYTES)
  }
}
