import type { Command } from 'commander'
import { optionsOf } from '../api/when-asked.ts'

/** A command as a completion needs it. */
export interface CommandWords {
  /** Words that lead to it: none for the program itself, `['tasks', 'show']`. */
  readonly path: readonly string[]
  readonly commands: readonly { readonly name: string; readonly about: string }[]
  readonly options: readonly { readonly flag: string; readonly about: string; readonly takesValue: boolean; readonly choices: readonly string[] }[]
}

/** The program and every command below it. Other names of a command count as commands of their own. */
export function commandWords(command: Command, path: readonly string[] = []): CommandWords[] {
  const named = command.commands.flatMap((each) => [each.name(), ...each.aliases()].map((name) => ({ name, each })))
  const own: CommandWords = {
    path,
    commands: named.map(({ name, each }) => ({ name, about: oneLine(each.description()) })),
    options: optionsOf(command)
      .filter(({ hidden, long }) => !hidden && long !== undefined)
      .map(({ long, description, required, optional, argChoices }) => ({ flag: long!, about: oneLine(description), takesValue: required || optional, choices: argChoices ?? [] })),
  }
  return [own, ...named.flatMap(({ name, each }) => commandWords(each, [...path, name]))]
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replace(/['"`\\$:[\]]/g, '')
