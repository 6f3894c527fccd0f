import type { SqlType } from '../tables/index.ts'
import { CodedColumn } from './coded-column.ts'
import { ConstantColumn } from './constant-column.ts'
import { NumberColumn } from './number-column.ts'
import { isTextual, type PackedColumn, type Stored } from './packed-column.ts'
import type { TextCodes } from './text-codes.ts'
import { TextColumn } from './text-column.ts'
import { instantsOf, TimeColumn } from './time-column.ts'

/** Packs values of a type. A column of one value takes nothing; times take eight bytes; texts that recur become codes. */
export function packColumn(values: readonly Stored[], type: SqlType, codes: TextCodes): PackedColumn {
  const [first] = values
  if (values.every((value) => value === first)) return new ConstantColumn(first!, type, codes)
  if (!isTextual(type)) return new NumberColumn(values as readonly (number | null)[])
  const texts = values as readonly (string | null)[]
  const instants = instantsOf(texts)
  return instants === undefined ? (CodedColumn.of(texts, type, codes) ?? new TextColumn(texts, type)) : new TimeColumn(instants)
}
