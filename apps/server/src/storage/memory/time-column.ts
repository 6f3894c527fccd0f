import { plainMilliseconds } from '../instant.ts'
import type { Condition } from '../record-query.ts'
import type { KeyOrder, Keys } from './key-order.ts'
import { ARRAY_BYTES, type PackedColumn } from './packed-column.ts'
import type { Selection } from './selection.ts'

/** Milliseconds since 1970 of texts that are all written as `Date` writes them, NaN for NULL; undefined when one is not. */
export function instantsOf(texts: readonly (string | null)[]): Float64Array | undefined {
  const instants = new Float64Array(texts.length)
  for (const [row, text] of texts.entries()) {
    const instant = text === null ? Number.NaN : plainMilliseconds(text)
    if (instant === undefined) return undefined
    instants[row] = instant
  }
  return instants
}

/** Times of millisecond precision, in eight bytes each. */
export class TimeColumn implements PackedColumn {
  readonly #instants: Float64Array

  constructor(instants: Float64Array) {
    this.#instants = instants
  }

  get bytes(): number {
    return ARRAY_BYTES + this.#instants.byteLength
  }

  at(row: number): string | null {
    const instant = this.#instants[row]!
    return Number.isNaN(instant) ? null : new Date(instant).toISOString()
  }

  narrow(rows: Selection, { compares, value }: Condition): void {
    if (typeof value === 'bigint') rows.keepBetween(this.#instants, ...range(compares, value))
    else {
      const instant = (compares === '=' ? plainMilliseconds(String(value)) : undefined) ?? Number.NaN
      rows.keepBetween(this.#instants, instant, instant)
    }
  }

  canOrder(order: KeyOrder): boolean {
    return order === 'instant'
  }

  keys(_: KeyOrder, room: Float64Array): Keys {
    const instants = this.#instants
    for (let row = 0; row < instants.length; row += 1) room[row] = 1000 * instants[row]!
    return room
  }
}

/** The milliseconds that compare so with microseconds. */
function range(compares: Condition['compares'], microseconds: bigint): [low: number, high: number] {
  const below = Number(microseconds >= 0n ? microseconds / 1000n : (microseconds - 999n) / 1000n)
  const above = below + (BigInt(below) * 1000n === microseconds ? 0 : 1)
  if (compares === '=') return [above, below]
  if (compares === '>=') return [above, Number.POSITIVE_INFINITY]
  return [Number.NEGATIVE_INFINITY, compares === '<' ? above - 1 : below]
}
