import type { Command } from 'commander'
import { backupCommand } from './backup.ts'
import { benchCommand } from './bench.ts'
import { configCommand } from './config.ts'
import { demoCommand } from './demo.ts'
import { doctorCommand } from './doctor.ts'
import { importCommand } from './import.ts'
import { integratedCommand } from './integrated.ts'
import { integrationCommand } from './integration.ts'
import { keysCommand } from './keys.ts'
import { predictCommand } from './predict.ts'
import { restoreCommand } from './restore.ts'
import { serveCommand } from './serve.ts'

/** Every command, in the order of the help. */
export const COMMANDS: readonly ((program: Command) => void)[] = [
  serveCommand,
  integratedCommand,
  integrationCommand,
  configCommand,
  demoCommand,
  benchCommand,
  predictCommand,
  importCommand,
  keysCommand,
  backupCommand,
  restoreCommand,
  doctorCommand,
]
