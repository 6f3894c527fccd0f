import { readdirSync, readFileSync } from 'node:fs'
import { BenchcastError } from '../errors.ts'
import { type ImportOptions, type ImportResult, importFile } from './index.ts'

const FOLDER = new URL('../../testdata/imports/', import.meta.url)

/** Names of the fixtures; their README says how each was made. */
export const FIXTURES: readonly string[] = readdirSync(FOLDER).filter((name) => name !== 'README.md')

export const fixture = (name: string): Uint8Array => readFileSync(new URL(name, FOLDER))

/** For tools whose files name neither. */
export const DEFAULTS = { modelName: 'some-model', hardwarePlatform: 'cpu' } as const

export const importFixture = (name: string, options: ImportOptions = { defaults: DEFAULTS }): ImportResult => importFile(fixture(name), name, options)

export const importText = (text: string, options: ImportOptions = { defaults: DEFAULTS }, name = 'file.json'): ImportResult => importFile(new TextEncoder().encode(text), name, options)

/** The error that an import ends with. */
export function refusalOf(act: () => unknown): BenchcastError {
  try {
    act()
  } catch (error) {
    if (error instanceof BenchcastError) return error
    throw error
  }
  throw new Error('was accepted')
}
