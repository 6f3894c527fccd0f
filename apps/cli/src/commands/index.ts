import type { Command } from 'commander'
import { analyzeCommand } from './analyze.ts'
import { backupCommand } from './backup.ts'
import { benchCommand } from './bench.ts'
import { benchmarkCommand } from './benchmark.ts'
import { bridgeCommand } from './bridge.ts'
import { compareCommand } from './compare.ts'
import { completionCommand } from './completion.ts'
import { configCommand } from './config.ts'
import { demoCommand } from './demo.ts'
import { doctorCommand } from './doctor.ts'
import { evaluateCommand } from './evaluate.ts'
import { exportCommand } from './export.ts'
import { feedbackCommand } from './feedback.ts'
import { generateCommand } from './generate.ts'
import { historyCommand } from './history.ts'
import { importCommand } from './import.ts'
import { integratedCommand } from './integrated.ts'
import { integrationCommand } from './integration.ts'
import { keysCommand } from './keys.ts'
import { listCommands } from './lists.ts'
import { predictCommand } from './predict.ts'
import { predictorsCommand } from './predictors.ts'
import { recommendCommand } from './recommend.ts'
import { recordCommand } from './record.ts'
import { reportCommand } from './report.ts'
import { restoreCommand } from './restore.ts'
import { runsCommand } from './runs.ts'
import { sampleDataCommand } from './sample-data.ts'
import { serveCommand } from './serve.ts'
import { suggestCommand } from './suggest.ts'
import { tasksCommand } from './tasks.ts'
import { testCommand } from './test.ts'
import { trainCommand } from './train.ts'

/** Every command, in the order of the help. */
export const COMMANDS: readonly ((program: Command) => void)[] = [
  serveCommand,
  integratedCommand,
  integrationCommand,
  configCommand,
  demoCommand,
  evaluateCommand,
  compareCommand,
  reportCommand,
  runsCommand,
  historyCommand,
  benchCommand,
  recommendCommand,
  predictCommand,
  recordCommand,
  analyzeCommand,
  suggestCommand,
  trainCommand,
  feedbackCommand,
  sampleDataCommand,
  predictorsCommand,
  benchmarkCommand,
  testCommand,
  generateCommand,
  tasksCommand,
  listCommands,
  importCommand,
  exportCommand,
  bridgeCommand,
  keysCommand,
  backupCommand,
  restoreCommand,
  doctorCommand,
  completionCommand,
]
