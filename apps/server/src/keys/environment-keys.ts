import { KEY_SCOPES, type KeyScope } from '@benchcast/core/api'
import { isLoopback } from '../config.ts'
import { ExitError } from '../exit.ts'
import { rememberToHide } from './hide-keys.ts'
import type { Key } from './key.ts'
import { digestOf, readKeyText } from './key-text.ts'

/** Name of the environment variable. */
export const KEYS_VARIABLE = 'UNIFIED_API_KEYS'

/** Shorter ones are easily guessed. */
const STRONG = 16
/** Shorter ones are a slip of whoever set the variable. */
const SHORTEST = 4
const LONGEST = 256
const FEWEST_CHARACTERS = 8
const PLACEHOLDER = /(your|my|test|demo|example|default)[-_]?(api)?[-_]?(key|token)|change[-_]?me|password|secret[-_]?key|0123456789|123456789|abcdefgh|qwertyui/i
const REMEDY = 'A strong one is printed by: openssl rand -hex 24'
/** Everything but administration: whoever sets keys in the environment hands them to programs. */
const DEFAULT_SCOPES: readonly KeyScope[] = KEY_SCOPES.filter((scope) => scope !== 'admin')

/**
 * Keys of the environment: `key`, `name:key` or `name:key@scope+scope`, comma-separated. Without scopes a key may do everything but `admin`.
 * Throws ExitError `config` that names the entry, never the key, when one is mistyped or unreadable. A weak one says so (`weakness`).
 *
 * @example readEnvironmentKeys('ci:correct-horse-battery-staple@db:read+read')[0].scopes // ['db:read', 'read']
 */
export function readEnvironmentKeys(text = ''): readonly Key[] {
  const entries = text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  const keys = entries.map((entry, index) => readEntry(entry, index + 1))
  for (const [index, { name }] of keys.entries()) if (keys.findIndex((key) => key.name === name) !== index) throw refusal(`${index + 1}`, `the name '${name}' is used twice`)
  return keys
}

/**
 * The keys of the environment by their names and scopes, without the keys.
 *
 * @example keysInWords('ci:correct-horse-battery-staple@db:read') // 'ci (db:read)'
 */
export const keysInWords = (text?: string): string =>
  readEnvironmentKeys(text)
    .map(({ name, scopes }) => `${name} (${scopes === DEFAULT_SCOPES ? 'everything but admin' : scopes.join('+')})`)
    .join(', ')

function readEntry(entry: string, number: number): Key {
  const [named, scopes] = splitAt(entry, '@')
  const [first, second] = splitAt(named, ':')
  const [name, key] = second === undefined ? [`environment-${number}`, first] : [first, second]
  const place = second === undefined ? `${number}` : `${number} ('${name}')`
  if (!/^[\w. -]{1,64}$/.test(name)) throw refusal(`${number}`, 'its name must be 1 to 64 letters, digits, spaces, dots, - or _')
  const fault = faultOf(key)
  if (fault !== undefined) throw refusal(place, fault)
  rememberToHide(key)
  const weakness = weaknessOf(key)
  return {
    id: `env-${name}`,
    name,
    digest: digestOf(key),
    scopes: scopes === undefined ? DEFAULT_SCOPES : readScopes(scopes, place),
    source: 'environment',
    ...(weakness !== undefined && { weakness: `${KEYS_VARIABLE}: key ${place} is easily guessed: ${weakness}. ${REMEDY}` }),
    createdAt: null,
    expiresAt: null,
    revokedAt: null,
  }
}

function splitAt(text: string, mark: string): readonly [string, string | undefined] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}

/** Why a key cannot be one; undefined for one that can. */
function faultOf(key: string): string | undefined {
  if (!/^[\w.~+/=-]*$/.test(key)) return 'it holds a character that cannot be sent in a header: use letters, digits and - . _ ~ + / ='
  if (key.length < SHORTEST || key.length > LONGEST) return `it has ${key.length} characters: use ${SHORTEST} to ${LONGEST}`
  return readKeyText(key).kind === 'mistyped' ? 'it looks like a key of Benchcast but was mistyped or cut off' : undefined
}

/** Why a key is easily guessed; undefined for one that is not. */
function weaknessOf(key: string): string | undefined {
  if (key.length < STRONG) return `it has ${key.length} characters, not ${STRONG} or more`
  if (new Set(key).size < FEWEST_CHARACTERS) return `it has fewer than ${FEWEST_CHARACTERS} different characters`
  return PLACEHOLDER.test(key) ? 'it holds a word that is tried first' : undefined
}

function readScopes(text: string, place: string): readonly KeyScope[] {
  const words = text.split('+').map((word) => word.trim())
  const unknown = words.find((word) => !KEY_SCOPES.includes(word as KeyScope))
  if (unknown !== undefined) throw refusal(place, `'${unknown}' is no scope: use ${KEY_SCOPES.join(', ')}, joined by +`)
  return words as readonly KeyScope[]
}

const refusal = (place: string, why: string): ExitError => new ExitError('config', `${KEYS_VARIABLE}: key ${place} is refused: ${why}. ${REMEDY}`)

/**
 * What a person should know about keys that are easily guessed.
 * Throws ExitError `config` where other machines can try them.
 */
export function weakKeyWarnings(keys: readonly Key[], host: string): readonly string[] {
  const warnings = keys.flatMap(({ weakness }) => weakness ?? [])
  if (warnings.length > 0 && !isLoopback(host)) throw new ExitError('config', warnings[0]!)
  return warnings
}
