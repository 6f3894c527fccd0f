import type { Ids } from './encoded-rows.ts'

/** For each symbol the positions, as bits, where it stands in 32 symbols of a text. One array, all zero between uses. */
class SymbolMasks {
  #masks = new Int32Array(1024)

  /** Bit k of `masks[s]` is set where `a[from + k]` is s. Every symbol of `b` can be looked up. */
  set(a: Ids, from: number, size: number, b: Ids): Int32Array {
    if (from === 0) this.#reserve(Math.max(largest(a), largest(b)))
    for (let k = 0; k < size; k++) this.#masks[a[from + k]!]! |= 1 << k
    return this.#masks
  }

  clear(a: Ids, from: number, size: number): void {
    for (let k = 0; k < size; k++) this.#masks[a[from + k]!] = 0
  }

  #reserve(symbol: number): void {
    if (symbol >= this.#masks.length) this.#masks = new Int32Array(2 * symbol + 1)
  }
}

function largest(ids: Ids): number {
  let most = 0
  for (let i = 0; i < ids.length; i++) if (ids[i]! > most) most = ids[i]!
  return most
}

export const MASKS = new SymbolMasks()
