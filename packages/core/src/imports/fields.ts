import { BenchcastError } from '../errors.ts'

export type JsonObject = Readonly<Record<string, unknown>>

/** Whether a parsed value is an object, as opposed to an array, a typed array or a table of the JSON reader. */
export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value))

/** An own member of a parsed object; undefined for anything else. */
export const member = (value: unknown, ...path: readonly string[]): unknown => path.reduce<unknown>((at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined), value)

/** Beyond it a figure means nothing, and conversions of units would overflow. */
const LARGEST_FIGURE = 1e21

/** A number that can be a duration, a rate, a size. */
export const isFigure = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= LARGEST_FIGURE
const NOT_A_FIGURE = 'must be a number from 0 up, of sensible size'

const LONGEST_TEXT = 256

/**
 * Reads members of a parsed file with their types checked. A member that is missing or null is undefined; one of the wrong type, or a negative figure,
 * throws `import_unreadable` with its place.
 */
export class Fields {
  private readonly value: JsonObject
  /** JSON pointer of this object. */
  readonly pointer: string
  readonly file: string

  constructor(value: unknown, file: string, pointer = '') {
    if (!isObject(value)) throw unreadable(file, pointer, 'must be an object')
    this.value = value
    this.file = file
    this.pointer = pointer
  }

  get keys(): readonly string[] {
    return Object.keys(this.value)
  }

  has(key: string): boolean {
    return this.raw(key) !== undefined
  }

  /** A number from 0 up. */
  figure(key: string): number | undefined {
    return this.typed(key, isFigure, NOT_A_FIGURE)
  }

  /** A whole number from 1 up; zero counts as not said. */
  count(key: string): number | undefined {
    const count = this.typed(key, (value): value is number => isFigure(value) && Number.isInteger(value), 'must be a whole number from 0 up')
    return count === 0 ? undefined : count
  }

  /** A text of 1 to 256 characters; an empty one counts as not said, a longer one is cut. */
  text(key: string): string | undefined {
    const text = this.typed(key, (value): value is string => typeof value === 'string', 'must be a text')
    return shortText(text)
  }

  flag(key: string): boolean | undefined {
    return this.typed(key, (value): value is boolean => typeof value === 'boolean', 'must be true or false')
  }

  /** The items of a list, of whatever type. */
  list(key: string): unknown[] | undefined {
    const list = this.typed(key, isList, 'must be a list')
    return list && Array.from(list)
  }

  /** Figures from 0 up. */
  figures(key: string): number[] | undefined {
    return this.list(key)?.map((value, i) => (isFigure(value) ? value : this.refuse(`${key}/${i}`, NOT_A_FIGURE)))
  }

  child(key: string): Fields | undefined {
    const value = this.raw(key)
    return value === undefined ? undefined : new Fields(value, this.file, this.at(key))
  }

  /** A member the file cannot do without. */
  needed(key: string): Fields {
    return this.child(key) ?? this.refuse(key, 'is missing')
  }

  /** The objects of a list. */
  children(key: string): Fields[] {
    const list = this.typed(key, (value): value is readonly unknown[] => Array.isArray(value), 'must be a list of objects') ?? []
    return list.map((value, i) => new Fields(value, this.file, this.at(`${key}/${i}`)))
  }

  /** Refuses the file because of this member. */
  refuse(key: string, what: string): never {
    throw unreadable(this.file, this.at(key), what)
  }

  raw(key: string): unknown {
    return member(this.value, key) ?? undefined
  }

  private at(key: string): string {
    return `${this.pointer}/${key}`
  }

  private typed<T>(key: string, is: (value: unknown) => value is T, what: string): T | undefined {
    const value = this.raw(key)
    if (value === undefined || is(value)) return value
    return this.refuse(key, what)
  }
}

const isList = (value: unknown): value is ArrayLike<unknown> => Array.isArray(value) || value instanceof Float64Array || value instanceof Int32Array || value instanceof Uint8Array

/** A text as it can be stored: trimmed, whole characters, at most 256. */
export function shortText(text: string | undefined): string | undefined {
  const trimmed = text?.trim().slice(0, LONGEST_TEXT).toWellFormed()
  return trimmed === '' ? undefined : trimmed
}

/** The error of a file that cannot be read, naming file and place. */
export function unreadable(file: string, pointer: string, what: string, remedy = 'The file is damaged, or not what it seems: export it again.'): BenchcastError {
  const detail = `${file}: ${pointer === '' ? 'the file' : pointer} ${what}. ${remedy}`
  return new BenchcastError('import_unreadable', detail, { errors: [{ pointer, code: 'import_unreadable', detail }] })
}

/** The error of a layout of a version that nobody here has seen. */
export function unknownVersion(file: string, pointer: string, version: string | number, known: string): BenchcastError {
  const detail = `${file}: ${pointer} is ${version}, and ${known} known here. Export with an older version of the tool, or update Benchcast.`
  return new BenchcastError('import_unknown_format', detail, { errors: [{ pointer, code: 'import_unknown_format', detail }] })
}

/** An object without the members that are undefined. */
export function present<T extends object>(object: T): Present<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Present<T>
}

/** Members that may be undefined become members that may be missing. */
export type Present<T> = { readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & { readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> }

/** The same for a group: undefined when nothing is in it. */
export function presentGroup<T extends object>(object: T): Present<T> | undefined {
  const group = present(object)
  return Object.keys(group).length === 0 ? undefined : group
}
