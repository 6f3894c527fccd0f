import type { Command } from 'commander'
import { demoCommand } from './demo.ts'
import { serveCommand } from './serve.ts'

/** Every command, in the order of the help. */
export const COMMANDS: readonly ((program: Command) => void)[] = [serveCommand, demoCommand]
