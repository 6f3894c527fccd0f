import type { EndpointName } from '@benchcast/core/api'
import { type Command, Option } from 'commander'
import { CommandError } from '../exit-codes.ts'
import type { Answer, Output } from '../output/output.ts'
import { addOutputOptions, type OutputFlags, outputOf } from '../output/output-options.ts'
import { addPlaceOptions, type PlaceFlags } from '../server/place-options.ts'
import { type Reach, withServer } from '../server/with-server.ts'
import { addFieldOptions, camelCase, flagNamed, helpOf, requestOf } from './field-options.ts'
import { type Field, fieldsOf } from './fields.ts'
import { lazily, whenAsked } from './when-asked.ts'

/** What the work of a command is given. */
export interface Work extends Reach {
  readonly output: Output
  /** Whether to wait for the end of what goes on in the background. Without a server there is nobody who would go on. */
  readonly waits: boolean
  /** What the command line said, by commander's names. */
  readonly flags: Readonly<Record<string, unknown>>
}

/** A command that asks an endpoint: its facts. */
export interface ApiCommand<R> {
  /** Words of the command line: `recommend`, `tasks show`. */
  readonly name: string
  readonly aliases?: readonly string[]
  readonly summary: string
  /** Its path, query and body become the options. */
  readonly endpoint: EndpointName
  /** Field that is given by position, and by its flag too. */
  readonly positional?: string
  /** Fields that the command line does not offer. */
  readonly without?: readonly string[]
  /** What is asked for when nothing is said. */
  readonly defaults?: Readonly<Record<string, unknown>>
  /** What it starts goes on without it: `--no-wait` is offered. */
  readonly canGoOn?: boolean
  /** Command lines, without the program's name. */
  readonly examples: readonly string[]
  /** Spelling of `--json` where it can also name a file. */
  readonly jsonFlag?: string
  /** Work that some options ask for instead; undefined goes on to the endpoint. */
  readonly instead?: (options: never, args: readonly string[]) => Promise<void> | undefined
  /** A paragraph below the examples. */
  readonly note?: string
  readonly run: (work: Work, request: never) => Promise<R>
  readonly answer: (result: R) => Answer
  /** Whether the work has printed the data itself. */
  readonly isSaidAlready?: (result: R) => boolean
  /** Exit code where the answer is bad news. */
  readonly exitCode?: (result: R) => number
}

/** Fields that say how to be answered: the command line has its own words for that. */
const NOT_OFFERED: readonly string[] = ['wait']

/** Adds a command to the program, under its group where its name has two words. The endpoint's schemas are read when the command is called, or its help. */
export function addApiCommand<R>(program: Command, facts: ApiCommand<R>): Command {
  const command = commandAt(program, facts.name)
    .description(facts.summary)
    .aliases(facts.aliases ?? [])
  const left = [...NOT_OFFERED, ...(facts.without ?? [])]
  const fields = lazily(() => fieldsOf(facts.endpoint).filter(({ path }) => !left.includes(path.at(-1)!)))
  if (facts.positional !== undefined) command.argument(`[${flagNamed(facts.positional)}]`)
  whenAsked(command, () => describe(command, facts, fields()))
  return command.addHelpText('after', examplesText(facts)).action(() => act(command, facts, fields()))
}

function describe<R>(command: Command, { positional, defaults, canGoOn, jsonFlag }: ApiCommand<R>, fields: readonly Field[]): void {
  const given = fields.find(({ path }) => path[0] === positional)
  if (given !== undefined) command.registeredArguments[0]!.description = helpOf(given)
  addFieldOptions(command.optionsGroup('What to ask:'), fields, defaults)
  addPlaceOptions(command.optionsGroup('Whom to ask:'))
  if (canGoOn) command.option('--no-wait', 'print the id at once, and do not wait for the end').addOption(new Option('--wait').hideHelp())
  addOutputOptions(command.optionsGroup('How to print:'), jsonFlag).optionsGroup('Options:')
}

async function act<R>(command: Command, facts: ApiCommand<R>, fields: readonly Field[]): Promise<void> {
  const { run, answer, defaults, instead, positional, exitCode, isSaidAlready } = facts
  const flags = command.opts<PlaceFlags & OutputFlags & { readonly wait?: boolean }>()
  const other = instead?.(flags as never, command.args)
  if (other !== undefined) return other
  requireArgument(command, facts, fields, flags as never)
  const request = { ...defaults, ...requestOf(fields, withPositional(flags, command.args, positional), defaults) }
  const output = outputOf(flags)
  const result = await withServer(flags, (reach) => run({ ...reach, output, flags: flags as never, waits: flags.wait !== false || reach.server.isEmbedded }, request as never))
  if (isSaidAlready?.(result) !== true) output.print(answer(result))
  if (exitCode !== undefined) process.exitCode = exitCode(result)
}

/** What is given by position is the first thing to say. */
function requireArgument(command: Command, { name, positional }: Pick<ApiCommand<never>, 'name' | 'positional'>, fields: readonly Field[], flags: Readonly<Record<string, unknown>>): void {
  const needed = fields.find(({ path, isRequired }) => isRequired && path[0] === positional)
  if (needed === undefined || command.args.length > 0 || [positional!, flagNamed(positional!)].some((word) => flags[camelCase(word.replaceAll('_', '-'))] !== undefined)) return
  const word = flagNamed(positional!)
  throw new CommandError('usage', `Name the ${word.replaceAll('-', ' ')}: benchcast ${name} ${word.toUpperCase().replaceAll('-', '_')} (${helpOf({ ...needed, isRequired: false })}).`)
}

/** The argument by the name of its flag. */
function withPositional(flags: object, [given]: readonly string[], positional: string | undefined): Readonly<Record<string, unknown>> {
  if (positional === undefined || given === undefined) return flags as Readonly<Record<string, unknown>>
  const flag = flagNamed(positional)
  if (flag in flags) throw new CommandError('usage', `'${given}' and --${flag} say the same thing: give one of them.`)
  return { ...flags, [camelCase(flag)]: given }
}

/** The command of this name, in its group, which is made where it is not there yet. */
export function commandAt(program: Command, name: string): Command {
  const [first, second] = name.split(' ') as [string, string?]
  if (second === undefined) return program.command(first)
  const group = program.commands.find((command) => command.name() === first) ?? program.command(first)
  return group.command(second)
}

/** @example examplesText({ examples: ['models'] }) // '\nExamples:\n  $ benchcast models' */
export const examplesText = ({ examples, note }: { readonly examples: readonly string[]; readonly note?: string | undefined }): string =>
  `\nExamples:\n${examples.map((example) => `  $ benchcast ${example}`).join('\n')}${note === undefined ? '' : `\n\n${note}`}`
