import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from './index.ts'

const program = new Command('benchcast')
for (const register of COMMANDS) register(program)

/** Commands that do something, groups left out. */
const leaves = (command: Command): Command[] => (command.commands.length === 0 ? [command] : command.commands.flatMap(leaves))

/** What `--help` prints. */
function helpOf(command: Command): string {
  const parts: string[] = []
  command.configureOutput({ writeOut: (part) => void parts.push(part) }).outputHelp()
  return parts.join('')
}

/** @example 'tasks show' */
const pathOf = (command: Command): string => (command.parent === program ? command.name() : `${command.parent!.name()} ${command.name()}`)

describe('help', () => {
  it.each(leaves(program).map((command) => [pathOf(command), command] as const))('of %s says what it does, and shows examples of itself', (path, command) => {
    const text = helpOf(command)
    expect(command.description()).toMatch(/^\p{Lu}|^add|^take|^put/u)
    expect(text).toMatch(new RegExp(`Examples:\\n(.*\\n)*? {2}\\$ .*benchcast ${path}\\b`))
  })

  it.each([
    ['predict', 'one platform or several. Default: cpu,cuda (cpu'],
    ['recommend', 'also give the figures of the best one. Default: yes'],
    ['tasks list', 'page size. Default: 20'],
  ])('of %s says what the command itself sends, and does not call it needed', (path, said) => {
    const text = helpOf(leaves(program).find((command) => pathOf(command) === path)!).replaceAll(/\s+/g, ' ')
    expect(text).toContain(said)
  })

  it('names every command once', () => {
    const names = program.commands.flatMap((command) => [command.name(), ...command.aliases()])
    expect(names).toEqual([...new Set(names)])
  })
})
