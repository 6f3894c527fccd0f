import { type Flags, SETTINGS, type Setting, type SettingName } from '@benchcast/server/config'
import { type Command, Option } from 'commander'
import { USAGE_EXIT_CODE } from './exit-codes.ts'

/** What commander read: by its own names of the options. */
export type GivenOptions = Readonly<Record<string, string | boolean>>

const settings = Object.entries(SETTINGS) as [SettingName, Setting<unknown>][]

/** Adds the options of the server, with their defaults, from its table of settings. Other names of an option work too and are named in its help. */
export function addServerOptions(command: Command): Command {
  for (const [, setting] of settings) {
    command.addOption(new Option(setting.flag, helpOf(setting)))
    for (const alias of setting.aliases ?? []) command.addOption(new Option(setting.flag.replace(/^\S+/, alias)).hideHelp())
  }
  return command
}

function helpOf({ flag, description, default: fallback, environment, aliases = [] }: Setting<unknown>): string {
  const value = Array.isArray(fallback) ? fallback.join(',') : String((fallback ?? '') as string)
  const shown = !flag.includes(' ') || value === '' ? '' : ` (default ${value})`
  const others = aliases.length === 0 ? '' : `, also ${aliases.join(', ')}`
  return `${description}${shown}${others} [${environment}]`
}

/** commander's option names by setting: `--max-body <mib>` is read as `maxBody`. */
export function readServerOptions(command: Command): Flags {
  const options = command.opts<GivenOptions>()
  const entries = settings.flatMap(([name, { flag, aliases = [] }]) => {
    const given = [flag, ...aliases].filter((spelling) => options[camelCase(spelling)] !== undefined)
    const values = new Set(given.map((spelling) => options[camelCase(spelling)]!))
    if (values.size > 1) command.error(`error: ${given.map(nameOf).join(' and ')} mean the same and were given different values`, { exitCode: USAGE_EXIT_CODE })
    return [...values].map((value) => [name, value] as const)
  })
  return Object.fromEntries(entries)
}

const nameOf = (flag: string): string => flag.split(' ')[0]!
const camelCase = (flag: string): string =>
  nameOf(flag)
    .slice(2)
    .replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
