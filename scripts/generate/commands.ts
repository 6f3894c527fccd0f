import { type CommandFacts, commandReference } from '../../apps/cli/src/command-reference.ts'
import { EXIT_CODES } from '../../apps/cli/src/exit-codes.ts'
import { code, table } from './markdown.ts'

const NOTE = 'In a checkout `npx --no-install benchcast` is the program. `--help` says the same as this page for the version you have. Data goes to standard output, everything else to standard error.'

/** Every command of the command line with its arguments, options and examples. */
export function commandsPage(): string {
  const codes = Object.entries(EXIT_CODES).map(([name, exit]) => [code(String(exit)), spaced(name)])
  return `# Commands\n\n${NOTE}\n\n${commandReference().map(section).join('\n')}\n## Exit codes\n\n${table(['Code', 'Meaning'], codes)}\n`
}

function section({ name, description, usage, terms, takesSettings, after }: CommandFacts): string {
  const parts = [
    `## ${name}`,
    description,
    code(usage),
    ...(takesSettings ? ['It takes every option of [Settings](settings.md).'] : []),
    ...(terms.length === 0 ? [] : [table(['', 'What it means', 'Default'], terms.map(({ term, meaning, fallback }) => [code(term), meaning, fallback === '' ? '' : code(fallback)]))]),
    ...(after === '' ? [] : [`\`\`\`text\n${after}\n\`\`\``]),
  ]
  return `${parts.join('\n\n')}\n`
}

const spaced = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
