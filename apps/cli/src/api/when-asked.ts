import { Command } from 'commander'

const PREPARATIONS = new WeakMap<Command, () => void>()

/** Does a command's costly preparation when it is about to be parsed, or when its help is printed: the others start sooner. */
export function whenAsked(command: Command, prepare: () => void): void {
  const once = lazily(prepare)
  PREPARATIONS.set(command, once)
  command.parent?.hook('preSubcommand', (_, called) => {
    if (called === command) once()
  })
  command.helpInformation = (context) => {
    once()
    return Command.prototype.helpInformation.call(command, context)
  }
}

/** All options of a command, prepared or not. */
export function optionsOf(command: Command) {
  PREPARATIONS.get(command)?.()
  return command.options
}

/** Runs once, when it is first asked. */
export function lazily<T>(run: () => T): () => T {
  let value: { readonly it: T } | undefined
  return () => {
    value ??= { it: run() }
    return value.it
  }
}
