import { BenchcastError } from '@benchcast/core/errors'
import { Command, type Help } from 'commander'
import packageJson from '../package.json' with { type: 'json' }
import { COMMANDS } from './commands/index.ts'
import { USAGE_EXIT_CODE } from './exit-codes.ts'

const program = new Command('benchcast')
  .description('Which of my models is best, how sure are we, and how fast does it run?')
  .version(packageJson.version, '-V, --version')
  .showSuggestionAfterError()
  .showHelpAfterError('(add --help for the options)')
  .configureHelp({ sortSubcommands: false, helpWidth: Math.min(process.stdout.columns ?? 100, 120) } satisfies Partial<Help>)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : USAGE_EXIT_CODE))

for (const register of COMMANDS) register(program)
// Subcommands made before this line inherit nothing; each gets the same manners.
for (const command of program.commands) command.copyInheritedSettings(program)

await program.parseAsync().catch(fail)

/** One line for a failure that was foreseen, the stack for one that was not. */
function fail(error: unknown): void {
  const { exitCode, message } = error as { exitCode?: unknown; message?: string }
  const foreseen = typeof exitCode === 'number' || error instanceof BenchcastError
  console.error(foreseen ? `benchcast: ${message}` : error)
  process.exit(typeof exitCode === 'number' ? exitCode : 1)
}
