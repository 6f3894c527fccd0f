import { Command, type Help } from 'commander'
import packageJson from '../package.json' with { type: 'json' }
import { COMMANDS } from './commands/index.ts'
import { exitCodeOf, isForeseen, USAGE_EXIT_CODE } from './exit-codes.ts'

const program = new Command('benchcast')
  .description('Which of my models is best, how sure are we, and how fast does it run?')
  .version(packageJson.version, '-V, --version')
  .showSuggestionAfterError()
  .showHelpAfterError('(add --help for the options)')
  .configureHelp({ sortSubcommands: false, helpWidth: Math.min(process.stdout.columns ?? 100, 120) } satisfies Partial<Help>)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : USAGE_EXIT_CODE))

for (const register of COMMANDS) register(program)
// Subcommands made before this line inherit nothing; each gets the same manners.
inherit(program)
// Whoever reads may stop reading: benchcast models | head.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

await program.parseAsync().catch(fail)

function inherit(parent: Command): void {
  for (const command of parent.commands) inherit(command.copyInheritedSettings(parent))
}

/** One line for a failure that was foreseen, the stack for one that was not. */
function fail(error: unknown): void {
  console.error(isForeseen(error) ? `benchcast: ${error.message}` : error)
  process.exit(exitCodeOf(error))
}
