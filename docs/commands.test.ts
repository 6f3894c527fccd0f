import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SETTINGS } from '@benchcast/server/config'
import { expect, it } from 'vitest'
import { type CommandFacts, commandReference } from '../apps/cli/src/command-reference.ts'

const ROOT = join(import.meta.dirname, '..')
const PAGES = globSync('{README.md,SECURITY.md,docs/*.md,docs/{how-to,concepts}/*.md,examples/**/*.{md,sh,yml},python/README.md,packages/sdk/README.md}', { cwd: ROOT })
const commands = commandReference()
const settingFlags = Object.values(SETTINGS).flatMap(({ flag, ...setting }) => [flag.split(' ')[0]!, ...('aliases' in setting ? setting.aliases : [])])

/** A command line on a page: the words after the program's name, without comments. */
interface Line {
  readonly page: string
  readonly words: readonly string[]
}

const lines: readonly Line[] = PAGES.flatMap((page) => {
  const text = readFileSync(join(ROOT, page), 'utf8').replaceAll(/\\\n\s*/g, '')
  return [...text.matchAll(/(?:^|[`$>] ?|npx --no-install )benchcast ([a-z][^`\n|>]*)/gm)].map(([, line]) => ({
    page,
    words: line!
      .split(/ +# | *\(/)[0]!
      .trim()
      .split(/\s+/),
  }))
})

/** The command that the first words name: of two words where there is one. */
function called([first = '', second = '']: readonly string[]): CommandFacts | undefined {
  const spellings = (command: CommandFacts) => [command.name, ...command.aliases.map((alias) => command.name.replace(/\S+$/, alias))]
  const find = (name: string) => commands.find((command) => spellings(command).includes(`benchcast ${name}`))
  return find(`${first} ${second}`) ?? find(first)
}

const flagsOf = ({ terms, takesSettings }: CommandFacts): readonly string[] => [
  ...terms.filter(({ kind }) => kind === 'option').flatMap(({ term }) => term.match(/--?[a-z][\w-]*/g) ?? []),
  ...(takesSettings ? settingFlags : []),
]

it('the documents name commands that exist', () => {
  expect(lines.length).toBeGreaterThan(50)
  expect(lines.filter(({ words }) => called(words) === undefined).map(({ page, words }) => `${page}: benchcast ${words.join(' ')}`)).toEqual([])
})

it('the documents name options that their commands have', () => {
  const wrong = lines.flatMap(({ page, words }) => {
    const command = called(words)
    const flags = words.flatMap((word) => /^--?[a-z][\w-]*/.exec(word)?.[0] ?? [])
    return command === undefined ? [] : flags.filter((flag) => flag !== '--help' && !flagsOf(command).includes(flag)).map((flag) => `${page}: ${command.name} has no ${flag}`)
  })
  expect(wrong).toEqual([])
})
