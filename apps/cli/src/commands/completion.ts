import { Argument, type Command } from 'commander'
import { commandWords } from '../completion/command-words.ts'
import { SHELLS } from '../completion/shells.ts'

const EXAMPLES = `
Examples:
  $ source <(benchcast completion bash)                                    # now; in ~/.bashrc for good
  $ source <(benchcast completion zsh)                                     # now; in ~/.zshrc for good, after compinit
  $ benchcast completion fish > ~/.config/fish/completions/benchcast.fish  # for good`

/** `benchcast completion`: what a shell needs to complete commands and options. */
export function completionCommand(program: Command): void {
  program
    .command('completion')
    .description('Print the completion script of a shell')
    .addArgument(new Argument('<shell>', 'of which shell').choices(Object.keys(SHELLS)))
    .addHelpText('after', EXAMPLES)
    .action((shell: string) => void process.stdout.write(SHELLS[shell]!(commandWords(program))))
}
