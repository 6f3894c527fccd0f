import type { EventEmitter } from 'node:events'
import { SETTINGS } from '@benchcast/server/config'
import { Command, type Option } from 'commander'
import { optionsOf } from './api/when-asked.ts'
import { COMMANDS } from './commands/index.ts'

/** An argument or option: how it is written, what it means, and its value when it is not given. */
export interface Term {
  readonly kind: 'argument' | 'option'
  readonly term: string
  readonly meaning: string
  readonly fallback: string
}

/** What there is to say about one command. */
export interface CommandFacts {
  /** With those it is below: `benchcast keys create`. */
  readonly name: string
  /** Other names of its last word. */
  readonly aliases: readonly string[]
  readonly description: string
  readonly usage: string
  readonly terms: readonly Term[]
  /** It takes all settings of the server; they are not among its terms. */
  readonly takesSettings: boolean
  /** Its examples and notes, as `--help` ends with them. */
  readonly after: string
}

/**
 * Every command as it is registered, with those below it. Nothing in it depends on the machine.
 *
 * @example commandReference().find(({ name }) => name === 'benchcast serve')?.takesSettings // true
 */
export function commandReference(): readonly CommandFacts[] {
  const program = new Command('benchcast')
  for (const register of COMMANDS) register(program)
  return program.commands.flatMap((command) => factsOf(command, 'benchcast'))
}

function factsOf(command: Command, parent: string): CommandFacts[] {
  const name = `${parent} ${command.name()}`
  return [facts(command, name), ...command.commands.flatMap((inner) => factsOf(inner, name))]
}

const settingFlags: ReadonlySet<string> = new Set(Object.values(SETTINGS).map(({ flag }) => flag))

function facts(command: Command, name: string): CommandFacts {
  const options = optionsOf(command).filter(({ hidden }) => !hidden)
  const takesSettings = options.filter(({ flags }) => settingFlags.has(flags)).length === settingFlags.size
  const own = options.filter(({ flags }) => !takesSettings || !settingFlags.has(flags))
  const args = command.registeredArguments.map((argument) => ({ kind: 'argument' as const, term: argument.name(), meaning: argument.description, fallback: textOf(argument.defaultValue) }))
  return {
    name,
    aliases: command.aliases(),
    description: sentence(command.description()),
    usage: `${name} ${command.usage()}`,
    terms: [...args, ...own.map(termOf)],
    takesSettings,
    after: textAfter(command),
  }
}

function termOf({ flags, description, argChoices, defaultValue, envVar }: Option): Term {
  const choices = argChoices === undefined ? '' : `; one of ${argChoices.join(', ')}`
  const variable = envVar === undefined ? '' : ` [${envVar}]`
  return { kind: 'option', term: flags, meaning: `${description}${choices}${variable}`, fallback: textOf(defaultValue) }
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

function textOf(value: unknown): string {
  if (value === undefined || value === false) return ''
  return Array.isArray(value) ? value.join(' ') : String(value as string | number | boolean)
}

function textAfter(command: Command): string {
  let text = ''
  const write = (part: string) => {
    text += part
  }
  // commander keeps what follows the help as listeners, and its types do not say that a command emits.
  const emitter = command as unknown as EventEmitter
  emitter.emit('afterHelp', { error: false, command, write })
  return text.trim()
}
