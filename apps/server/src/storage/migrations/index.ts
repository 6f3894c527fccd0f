import { modelPerformance } from './0001-model-performance.ts'
import { predictivePerformance } from './0002-predictive-performance.ts'
import { measurements } from './0003-measurements.ts'
import { keys } from './0004-keys.ts'
import { phases } from './0005-phases.ts'
import type { Migration } from './migration.ts'

/** Every migration, oldest first, versions 1, 2, 3 … A new one is a file and a line here. */
export const MIGRATIONS: readonly Migration[] = [modelPerformance, predictivePerformance, measurements, keys, phases]

export type { Migration }
