import { type CommandFacts, commandReference, type Term } from '../../apps/cli/src/command-reference.ts'
import { EXIT_CODES } from '../../apps/cli/src/exit-codes.ts'
import { code, table } from './markdown.ts'

const NOTE = 'In a checkout `npx --no-install benchcast` is the program. Data goes to standard output, everything else to standard error. `--help` of a command says the same as this page.'

/** What as many commands say alike is said once. */
const MANY = 12

const MEANINGS: Readonly<Record<keyof typeof EXIT_CODES, string>> = {
  ok: 'all went well',
  error: 'it failed; the reason is on standard error',
  usage: 'the command line is wrong',
  regression: 'everything ran, and a gate failed: a threshold was not reached, or a model became worse',
  auth: 'an API key is missing, wrong, or may not do this',
  notFound: 'there is no such run, task, model or file',
  timeout: 'it took longer than was allowed',
  interrupted: 'Ctrl-C',
}

/** Every command of the command line with its arguments, options and examples. */
export function commandsPage(): string {
  const commands = commandReference()
  const shared = sharedTerms(commands)
  const common = `## Options of most commands\n\n${termsTable([...shared.values()])}\n`
  const codes = `## Exit codes\n\n${table(
    ['Code', 'Meaning'],
    Object.entries(EXIT_CODES).map(([name, exit]) => [code(String(exit)), MEANINGS[name as keyof typeof EXIT_CODES]]),
  )}\n`
  return `# Commands\n\n${NOTE}\n\n${[common, codes, ...commands.map((command) => section(command, shared))].join('\n')}`
}

const keyOf = (term: Term): string => JSON.stringify(term)

function sharedTerms(commands: readonly CommandFacts[]): ReadonlyMap<string, Term> {
  const groups = Map.groupBy(
    commands.flatMap(({ terms }) => terms.filter(({ kind }) => kind === 'option')),
    keyOf,
  )
  return new Map([...groups].filter(([, { length }]) => length >= MANY).map(([key, terms]) => [key, terms[0]!]))
}

function section({ name, aliases, description, usage, terms, takesSettings, after }: CommandFacts, shared: ReadonlyMap<string, Term>): string {
  const isShared = (term: Term) => shared.has(keyOf(term))
  const own = terms.filter((term) => !isShared(term) && !isOfArgument(term, terms))
  const common = terms.filter(isShared)
  const parts = [
    `## ${name}`,
    description,
    aliases.length === 0 ? code(usage) : `${code(usage)}, also ${aliases.map(code).join(' ')}`,
    ...(takesSettings ? ['It takes every option of [Settings](settings.md).'] : []),
    ...(own.length === 0 ? [] : [termsTable(own)]),
    ...(common.length === 0 ? [] : [`And [of those of most commands](#options-of-most-commands): ${common.map(({ term }) => code(term)).join(' ')}`]),
    ...(after === '' ? [] : [`\`\`\`text\n${after}\n\`\`\``]),
  ]
  return `${parts.join('\n\n')}\n`
}

/** An option that says the same as an argument. */
const isOfArgument = ({ kind, meaning }: Term, terms: readonly Term[]): boolean => kind === 'option' && terms.some((other) => other.kind === 'argument' && other.meaning === meaning)

const termsTable = (terms: readonly Term[]): string =>
  table(
    ['', 'What it means', 'Default'],
    terms.map(({ term, meaning, fallback }) => [code(term), meaning, fallback === '' ? '' : code(fallback)]),
  )
