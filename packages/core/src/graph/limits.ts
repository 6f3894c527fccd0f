import { BenchcastError } from '../errors.ts'

/** The largest sizes a graph is built for; far beyond any published model, and small enough that building always ends at once. */
export const LIMITS = {
  layers: 1024,
  /** Widths, heads, channels, experts. */
  width: 1_048_576,
  vocabulary: 16_777_216,
  /** Tokens, past ones included, and pixels of one side. */
  length: 16_777_216,
  batch: 1_048_576,
} as const

/**
 * The count itself, when it is a whole number from 1 to `limit`. Throws `invalid_model` with a sentence otherwise.
 *
 * @example checkedCount('num_hidden_layers', 12, LIMITS.layers) // 12
 */
export function checkedCount(name: string, value: unknown, limit: number, lowest = 1): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= lowest && value <= limit) return value
  throw new BenchcastError('invalid_model', `${name} is ${shownValue(value)}: give a whole number from ${lowest} to ${limit}.`)
}

/** A value as it may stand in a message: short, whatever was sent. */
export function shownValue(value: unknown): string {
  if (typeof value === 'string') return value.length <= 40 ? JSON.stringify(value) : `${JSON.stringify(value.slice(0, 40))}…`
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value)
  return value === undefined ? 'missing' : Array.isArray(value) ? 'a list' : 'an object'
}
