import { BenchcastError } from '../../errors.ts'

/** A failed check of a predictor somebody hands in: which part, and what it must be. */
export const refusal = (place: string, must: string): BenchcastError => new BenchcastError('invalid_model', `The predictor cannot be read: '${place}' must ${must}.`)

/** Reads a value at a place, or refuses it. */
export type Check<T> = (value: unknown, place: string) => T

export function numberIn(low: number, high: number): Check<number> {
  return (value, place) => {
    if (typeof value !== 'number' || !(value >= low && value <= high)) throw refusal(place, `be a number from ${low} to ${high}`)
    return value
  }
}

export function wholeIn(low: number, high: number): Check<number> {
  return (value, place) => {
    if (!Number.isInteger(value) || !((value as number) >= low && (value as number) <= high)) throw refusal(place, `be a whole number from ${low} to ${high}`)
    return value as number
  }
}

export function textUpTo(most: number): Check<string> {
  return (value, place) => {
    if (typeof value !== 'string' || value.length > most) throw refusal(place, `be text of at most ${most} characters`)
    return value
  }
}

export function listOf<T>(check: Check<T>, fewest: number, most: number): Check<readonly T[]> {
  return (value, place) => {
    if (!Array.isArray(value) || value.length < fewest || value.length > most) throw refusal(place, `be a list of ${fewest} to ${most}`)
    return Array.from(value, (item: unknown, i) => check(item, `${place}[${i}]`))
  }
}

/** A list whose items grow; with `strictly`, no two are equal. */
export function ascending(check: Check<readonly number[]>, strictly: boolean): Check<readonly number[]> {
  return (value, place) => {
    const list = check(value, place)
    const at = list.findIndex((item, i) => i > 0 && (strictly ? item <= list[i - 1]! : item < list[i - 1]!))
    if (at >= 0) throw refusal(`${place}[${at}]`, 'not be below the number before it')
    return list
  }
}

/** What is absent is the default. */
export const optional =
  <T>(check: Check<T>, absent: T): Check<T> =>
  (value, place) =>
    value === undefined ? absent : check(value, place)

/** An object with these fields; others are ignored. */
export function fields<T extends object>(checks: { readonly [K in keyof T]: Check<T[K]> }): Check<T> {
  return (value, place) => {
    const own = plainObject(value, place)
    return Object.fromEntries(
      Object.entries<Check<unknown>>(checks).map(([name, check]) => [name, check(Object.hasOwn(own, name) ? own[name] : undefined, place === '' ? name : `${place}.${name}`)]),
    ) as T
  }
}

/** An object from texts to values of one kind. */
export function dictionaryOf<T>(check: Check<T>, most: number, longest: number): Check<Readonly<Record<string, T>>> {
  const checkName = textUpTo(longest)
  return (value, place) => {
    const entries = Object.entries(plainObject(value, place))
    if (entries.length > most) throw refusal(place, `have at most ${most} entries`)
    return Object.fromEntries(entries.map(([name, item]) => [checkName(name, `a name in ${place}`), check(item, `${place}.${name}`)]))
  }
}

function plainObject(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refusal(place === '' ? 'the file' : place, 'be an object')
  return value as Readonly<Record<string, unknown>>
}
