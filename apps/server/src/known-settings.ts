import type { Setting } from './config.ts'
import { ExitError } from './exit.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** The value of a setting, and where it was said. */
export interface Known<T = unknown> {
  readonly value: T
  readonly source: 'flag' | 'environment' | 'file' | 'default'
  /** `--port`, `BENCHCAST_PORT`, a file; '' for a default. */
  readonly place: string
}

/** The flag, else the first variable that is set, else the default. Throws an {@link ExitError} (78) that names the place of a wrong value. */
export function knownSetting<T>(setting: Setting<T>, flag: string | boolean | undefined, environment: Environment): Known<T> {
  const place = setting.flag.split(' ')[0]!
  // A switch has no text to parse.
  if (typeof flag === 'boolean') return { value: flag as T, source: 'flag', place }
  if (flag !== undefined) return { value: parsed(setting, flag, place), source: 'flag', place }
  const variable = [setting.environment, ...(setting.olderVariables ?? [])].find((name) => environment[name] !== undefined)
  if (variable !== undefined) return { value: parsed(setting, environment[variable]!, variable), source: 'environment', place: variable }
  return { value: setting.default, source: 'default', place: '' }
}

function parsed<T>(setting: Setting<T>, text: string, place: string): T {
  try {
    return setting.parse(text)
  } catch (error) {
    throw new ExitError('config', `${place}: ${(error as Error).message}.`)
  }
}
