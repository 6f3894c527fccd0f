import { BenchcastError, type FieldError } from '@benchcast/core/errors'
import type { z } from 'zod'

type Issue = z.core.$ZodIssue
type RawIssue = z.core.$ZodRawIssue

/** Where a value stands: the body's pointers start at the body, the others at the part of the address. */
export type Part = 'body' | 'query' | 'path'

const LARGEST_LIST = 100

/** Parses one part of a request, or throws validation_failed with one entry per faulty place. */
export function parsePart<S extends z.ZodType>(schema: S, value: unknown, part: Part): z.output<S> {
  const result = schema.safeParse(value, { error: sentence })
  if (result.success) return result.data
  throw validationError(result.error.issues.flatMap(withinUnion).map((issue) => fieldError(issue, part)))
}

/** Of a value that may be one of several kinds: the faults inside the kind it is, where that is clear. */
function withinUnion(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const inside = issue.errors.find((branch) => branch.length > 0 && branch.every(({ path }) => path.length > 0))
  return inside ? inside.map((fault) => ({ ...fault, path: [...issue.path, ...fault.path] })) : [issue]
}

/** One failure made of the faulty places, naming the first in its detail. */
export function validationError(errors: readonly FieldError[]): BenchcastError {
  const rest = errors.length - 1
  const more = rest === 0 ? '' : ` (and ${rest} more ${rest === 1 ? 'problem' : 'problems'})`
  return new BenchcastError('validation_failed', `${errors[0]!.detail}${more}`, { errors: errors.slice(0, LARGEST_LIST) })
}

function fieldError(issue: Issue, part: Part): FieldError {
  const path = part === 'body' ? issue.path : [part, ...issue.path]
  return { pointer: path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''), code: codeOf(issue), detail: `${placeOf(issue.path, part)} ${issue.message}.` }
}

const codeOf = (issue: Issue): string => (issue.message === REQUIRED ? 'missing' : issue.code)

/** `model_predictions['model-1']`, as a person would write it. */
function placeOf(path: readonly PropertyKey[], part: Part): string {
  if (path.length === 0) return part === 'body' ? 'The body' : `The ${part}`
  const [first, ...rest] = path
  const inside = rest.map((key) => (typeof key === 'number' ? `[${key}]` : /^[A-Za-z_]\w*$/.test(String(key)) ? `.${String(key)}` : `['${String(key)}']`)).join('')
  return part === 'body' ? `${String(first)}${inside}` : `${part} parameter ${String(first)}${inside}`
}

const REQUIRED = 'is required'
const NAMES: Readonly<Record<string, string>> = { int: 'a whole number', number: 'a number', string: 'a string', boolean: 'true or false', array: 'an array', object: 'an object', record: 'an object' }
const nameOf = (type: string): string => NAMES[type] ?? type

/** What is wrong with a value and what would be right, to follow the name of its place. */
function sentence(issue: RawIssue): string | undefined {
  if (issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union' || issue.code === 'custom')) return REQUIRED
  return SENTENCES[issue.code]?.(issue as never) ?? 'is not valid'
}

const SENTENCES: { readonly [Code in NonNullable<RawIssue['code']>]?: (issue: Extract<RawIssue, { code: Code }>) => string } = {
  invalid_type: ({ expected, input }) => `must be ${nameOf(expected)}, not ${kindOf(input)}`,
  invalid_value: ({ values }) => `must be ${values.length === 1 ? String(values[0]) : `one of ${values.join(', ')}`}`,
  invalid_format: ({ format }) => (format === 'datetime' ? 'must be a time with its zone, such as 2025-08-15T14:30:45Z' : `must be a valid ${format}`),
  too_small: ({ minimum, inclusive, origin }) => bound(origin, Number(minimum), inclusive ? 'at least' : 'more than'),
  too_big: ({ maximum, inclusive, origin }) => bound(origin, Number(maximum), inclusive ? 'at most' : 'less than'),
  invalid_union: ({ errors }) => `must be ${errors.map(([first]) => first?.message.replace(/^must be /, '').replace(/, not .*$/, '')).join(' or ')}`,
  invalid_key: ({ issues }) => `has a key that ${issues[0]?.message ?? 'is not valid'}`,
  unrecognized_keys: ({ keys }) => `has unknown keys: ${keys.join(', ')}`,
}

function bound(origin: string, limit: number, how: string): string {
  if (origin === 'string') return limit === 1 && how === 'at least' ? 'must not be empty' : `must have ${how} ${limit} characters`
  if (origin === 'array' || origin === 'set') return limit === 1 && how === 'at least' ? 'must hold at least one item' : `must hold ${how} ${limit} items`
  return `must be ${how} ${limit}`
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return 'an array'
  if (typeof value === 'number') return Number.isFinite(value) ? `the number ${value}` : 'a number too large for a double'
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  return typeof value === 'string' ? 'a string' : 'an object'
}
