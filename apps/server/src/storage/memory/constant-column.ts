import { type Condition, holdsStored } from '../record-query.ts'
import type { SqlType } from '../tables/index.ts'
import { hasKey, type KeyOrder, type Keys, keyOf } from './key-order.ts'
import type { PackedColumn, Stored } from './packed-column.ts'
import type { Selection } from './selection.ts'
import { ownText, type TextCodes } from './text-codes.ts'

const BYTES = 100

/** One value for all rows. */
export class ConstantColumn implements PackedColumn {
  readonly bytes = BYTES
  readonly #value: Stored
  readonly #type: SqlType
  readonly #texts: TextCodes

  constructor(value: Stored, type: SqlType, texts: TextCodes) {
    this.#value = typeof value === 'string' ? ownText(value) : value
    this.#type = type
    this.#texts = texts
  }

  at(): Stored {
    return this.#value
  }

  narrow(rows: Selection, condition: Condition): void {
    if (!holdsStored(this.#value, this.#type, condition)) rows.clear()
  }

  canOrder(order: KeyOrder): boolean {
    return hasKey(this.#value, order, this.#type, this.#texts)
  }

  keys(order: KeyOrder, room: Float64Array): Keys {
    return room.fill(keyOf(this.#value, order, this.#texts))
  }
}
