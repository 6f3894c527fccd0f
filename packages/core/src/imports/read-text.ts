import { BenchcastError, ifKnown } from '../errors.ts'
import { readJson } from '../json/index.ts'
import { unreadable } from './fields.ts'
import type { ImportFile } from './importer.ts'

const utf8 = new TextEncoder()
/** Deepest layout of the tools known here is half of it. */
const MAX_DEPTH = 32

/** A file's text and JSON values, and what had to be put right to read them. */
export interface ReadFile {
  readonly file: ImportFile
  readonly warnings: readonly string[]
  /** Why the text, which looks like JSON, is none. */
  readonly jsonError?: BenchcastError
}

/**
 * Decodes a file (UTF-8, or UTF-16 with a byte order mark as PowerShell redirects it) and reads it as JSON when it looks like JSON: one value, or one per line.
 * NaN and Infinity, which Python writes, are read as missing values, with a warning.
 */
export function readFile(bytes: Uint8Array, name: string): ReadFile {
  const text = decodeText(bytes)
  if (text.trim() === '') throw unreadable(name, '', 'is empty')
  if (!/^\s*[[{]/.test(text)) return { file: { name, text, documents: [] }, warnings: [] }
  const finite = withoutNotFinite(text)
  const warnings = finite === text ? [] : [`${name}: NaN and infinite figures are taken as missing.`]
  return ifKnown<ReadFile, ReadFile>(
    () => ({ file: { name, text, documents: documentsOf(finite) }, warnings }),
    (error) => ({ file: { name, text, documents: [] }, warnings: [], jsonError: unsound(name, error) }),
  )
}

/** The text of a file: UTF-8, or UTF-16 where a byte order mark says so. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

function documentsOf(text: string): unknown[] {
  const read = (json: string) => readJson(utf8.encode(json), { maxDepth: MAX_DEPTH })
  try {
    return [read(text)]
  } catch (error) {
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    if (lines.length < 2 || !lines.every((line) => line.startsWith('{') && line.endsWith('}'))) throw error
    return lines.map(read)
  }
}

/** The text with bare NaN, Infinity and -Infinity replaced by null; strings stay as they are. */
function withoutNotFinite(text: string): string {
  if (!/NaN|Infinity/.test(text)) return text
  const parts: string[] = []
  for (let at = 0; at < text.length; ) {
    const quote = text.indexOf('"', at)
    const outside = text.slice(at, quote === -1 ? text.length : quote)
    parts.push(outside.replaceAll(/-?\bInfinity\b|\bNaN\b/g, 'null'))
    at = quote === -1 ? text.length : endOfString(text, quote)
    if (quote !== -1) parts.push(text.slice(quote, at))
  }
  return parts.join('')
}

function endOfString(text: string, quote: number): number {
  let at = quote + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return Math.min(at + 1, text.length)
}

function unsound(name: string, error: BenchcastError): BenchcastError {
  const [place] = error.errors
  const detail = `${name} is not sound JSON: ${error.message} Export it again; if it was cut off, the tool may have been stopped while it wrote.`
  return new BenchcastError('import_unreadable', detail, { errors: [{ pointer: place?.pointer ?? '', code: 'import_unreadable', detail }], cause: error })
}
