import { z } from 'zod'
import { CodedColumn } from '../json/coded-column.ts'
import { NumberRows } from '../json/number-rows.ts'

/** A column as it arrives: an array, or the typed array or table the JSON reader made of it, or the codes a reader of files made of it. */
export type Column = readonly unknown[] | Uint8Array | Int32Array | Float64Array | NumberRows | CodedColumn

/** JSON Schema to publish for a schema that JSON Schema cannot express; read by the OpenAPI writer. */
export interface Published {
  readonly jsonSchema?: Record<string, unknown>
}

const isColumn = (value: unknown): value is Column => Array.isArray(value) || value instanceof NumberRows || value instanceof CodedColumn || (ArrayBuffer.isView(value) && !(value instanceof DataView))

/** An array whose items are checked later, column-wise, with messages that name the row. `items` is the JSON Schema of one item. */
export function column(description: string, items: Record<string, unknown> = {}): z.ZodType<Column> {
  return z.custom<Column>(isColumn, { error: ({ input }) => (input === undefined ? 'is required' : 'must be an array') }).meta({ description, jsonSchema: { type: 'array', items } })
}

/** A name or id someone chose: 1 to `longest` UTF-16 code units of whole characters. Half a surrogate pair could not be stored as UTF-8. */
export const name = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine((value) => value.isWellFormed(), { error: 'must not hold half a surrogate pair' })

/** A map from ids the caller chose (model ids, feature names) to values. Never read as a plain object's own prototype keys: see parse. */
export const byId = <V extends z.ZodType>(value: V, description: string) => z.record(name(256), value).meta({ description })

export const number = (description: string) => z.number().meta({ description })
export const text = (description: string) => z.string().meta({ description })
export const timestamp = (description: string) => z.iso.datetime().meta({ description })

/** Query strings carry text; these turn it into what is meant, and refuse the rest. */
const digits = (value: unknown) => (typeof value === 'string' && /^[+-]?\d{1,15}$/.test(value) ? Number(value) : value)
export const queryInteger = (minimum: number, maximum: number, description: string) =>
  z
    .preprocess(
      digits,
      z
        .number({ error: `must be a whole number from ${minimum} to ${maximum}` })
        .int(`must be a whole number from ${minimum} to ${maximum}`)
        .min(minimum, `must be ${minimum} or more`)
        .max(maximum, `must be ${maximum} or less`),
    )
    .meta({ description, jsonSchema: { type: 'integer', minimum, maximum } })

const YES = new Set(['true', '1', 'yes', 'on'])
const NO = new Set(['false', '0', 'no', 'off'])

/** A boolean of a query string: true/false, True/False, 1/0, yes/no, on/off. */
export const queryBoolean = (description: string) =>
  z
    .preprocess(
      (value) => {
        const word = typeof value === 'string' ? value.toLowerCase() : value
        return YES.has(word as string) ? true : NO.has(word as string) ? false : value
      },
      z.boolean({ error: 'must be true or false' }),
    )
    .optional()
    .meta({ description, jsonSchema: { type: 'boolean' } })
