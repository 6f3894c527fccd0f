import { readFileSync } from 'node:fs'
import { type Command, Option } from 'commander'
import { CommandError } from '../exit-codes.ts'
import type { Field } from './fields.ts'

/** Fields that have a shorter flag than their name; the name works too. */
const SHORT: Readonly<Record<string, string>> = {
  model_name: 'model',
  model_family: 'family',
  batch_size: 'batch',
  batch_sizes: 'batch',
  sequence_length: 'sequence',
  image_size: 'image',
  available_hardware: 'hardware',
  hardware_platform: 'hardware',
  hardware_platforms: 'hardware',
}

/** Flags that every command has: a field of that name is given another way. */
const TAKEN: Readonly<Record<string, string>> = { timeout: 'run-timeout', format: 'as' }

const kebab = (name: string): string => name.replaceAll('_', '-')
/** As commander names the option: `maxLatencyMs` of `max-latency-ms`. */
export const camelCase = (flag: string): string => flag.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** @example flagNamed('batch_size') // 'batch' */
export const flagNamed = (field: string): string => SHORT[field] ?? TAKEN[field] ?? kebab(field)
const flagOf = ({ path }: Field): string => flagNamed(path.at(-1)!)

/** Adds a flag for each field; `defaults` are what the command itself sends where a flag is left out. */
export function addFieldOptions(command: Command, fields: readonly Field[], defaults: Readonly<Record<string, unknown>> = {}): void {
  const taken = new Set(command.options.map(({ long }) => long))
  for (const field of fields) {
    for (const [index, flag] of spellings(field).entries()) {
      if (taken.has(`--${flag}`)) continue
      taken.add(`--${flag}`)
      command.addOption(index === 0 ? new Option(`--${flag}${placeholder(field)}`, helpOf(field, defaults[field.path[0]!])) : new Option(`--${flag}${placeholder(field)}`).hideHelp())
    }
  }
}

const spellings = (field: Field): readonly string[] => [...new Set([flagOf(field), ...(field.path.at(-1)! in TAKEN ? [] : [kebab(field.path.at(-1)!)])])]

function placeholder({ kind, isList, path }: Field): string {
  if (kind === 'boolean') return ' [yes|no]'
  if (kind === 'map') return ' <file.json|key=value,...>'
  const word = path.at(-1)!.split('_').at(-1)!
  return isList ? ` <${word},...>` : ` <${kind === 'number' ? 'number' : word}>`
}

/** What a field is, what it may be, and what the command sends without it. */
export function helpOf({ description, choices, isRequired }: Field, sent?: unknown): string {
  const text = (sent === undefined ? description : withDefault(description, sent)).replace(/\.$/, '').replace(/^(\p{Lu})(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase())
  const list = choices === undefined || choices.every((choice) => text.includes(choice)) ? '' : ` (${choices.join(', ')})`
  return `${text}${list}${isRequired && sent === undefined ? '; needed' : ''}`
}

/** The default of the command in the place of the endpoint's. */
function withDefault(description: string, sent: unknown): string {
  const shown = sent === true ? 'yes' : sent === false ? 'no' : String(sent)
  return `${description.replace(/ Default: [^.]*\.?$/, '').replace(/\.$/, '')}. Default: ${shown}`
}

/**
 * The request that the flags and arguments of a command ask for. Throws a {@link CommandError} for a value that is none.
 *
 * @example requestOf(fieldsOf('predictHardware'), { batch: '8', hardware: 'cpu,cuda' }) // { batch_size: 8, available_hardware: ['cpu', 'cuda'] }
 */
export function requestOf(fields: readonly Field[], given: Readonly<Record<string, unknown>>, defaults: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const request: Record<string, unknown> = {}
  for (const field of fields) {
    const flag = spellings(field).find((spelling) => given[camelCase(spelling)] !== undefined)
    if (flag === undefined && field.isRequired && !(field.path[0]! in defaults)) throw new CommandError('usage', `--${flagOf(field)} is needed: ${helpOf({ ...field, isRequired: false })}.`)
    if (flag === undefined) continue
    const [outer, inner] = field.path
    const value = parsedValue(given[camelCase(flag)] as string | boolean, field, flag)
    if (inner === undefined) request[outer!] = value
    else request[outer!] = { ...(request[outer!] as object), [inner]: value }
  }
  return request
}

function parsedValue(given: string | boolean, field: Field, flag: string): unknown {
  if (field.kind === 'boolean') return yesOrNo(given, flag)
  if (field.kind === 'map') return mapOf(String(given), flag)
  if (!field.isList) return oneOf(String(given), field, flag)
  return String(given)
    .split(',')
    .map((item) => oneOf(item.trim(), field, flag))
}

function oneOf(text: string, { kind, choices }: Field, flag: string): string | number {
  if (choices !== undefined && !choices.includes(text)) throw new CommandError('usage', `--${flag} is '${text}': give one of ${choices.join(', ')}.`)
  if (kind !== 'number') return text
  if (text === '' || !Number.isFinite(Number(text))) throw new CommandError('usage', `--${flag} is '${text}': give a number.`)
  return Number(text)
}

function yesOrNo(given: string | boolean, flag: string): boolean {
  if (given === true || /^(yes|true|1|on)$/i.test(String(given))) return true
  if (given === false || /^(no|false|0|off)$/i.test(String(given))) return false
  throw new CommandError('usage', `--${flag} is '${given}': give yes or no.`)
}

/** JSON, a JSON file, or `a=1,b=x`. */
function mapOf(text: string, flag: string): unknown {
  if (text.startsWith('{') || text.endsWith('.json')) return jsonOf(text, flag)
  const pairs = text.split(',').map((pair) => [pair.slice(0, Math.max(0, pair.indexOf('='))).trim(), pair.slice(pair.indexOf('=') + 1).trim()] as const)
  if (pairs.some(([key]) => key === '')) throw new CommandError('usage', `--${flag} is '${text}': give key=value pairs with commas between, JSON, or the name of a JSON file.`)
  return Object.fromEntries(pairs.map(([key, value]) => [key, value !== '' && Number.isFinite(Number(value)) ? Number(value) : value]))
}

function jsonOf(text: string, flag: string): unknown {
  try {
    return JSON.parse(text.startsWith('{') ? text : readFileSync(text, 'utf8'))
  } catch (problem) {
    throw new CommandError('usage', `--${flag} cannot be read: ${(problem as Error).message}.`)
  }
}
