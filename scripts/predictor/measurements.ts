import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deviceNamed } from '../../packages/core/src/hardware/index.ts'
import { factsOf } from '../../packages/core/src/predict/facts/facts.ts'
import { type Reference, residualOf } from '../../packages/core/src/predict/surface/atlas.ts'
import { readCsv, type TableRow } from '../../packages/core/src/predict/table/read-csv.ts'
import { workloadOfRow } from '../../packages/core/src/predict/table/workload-row.ts'

/** A measured row of the public tables. */
export interface Measured extends Reference {
  readonly rowId: string
  readonly throughput: number
  readonly rankGroup: string
  /** True when the table states the compute cost: goals count these rows. */
  readonly costKnown: boolean
}

/** Every row of `perf_*.csv` in a folder, in the order of names and lines. */
export function readMeasurements(folder: string): Measured[] {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}: name the one that holds the public measurements (perf_*.csv) with --data FOLDER.`)
  const files = readdirSync(folder)
    .filter((file) => /^perf_.*\.csv$/.test(file))
    .sort()
  return files.flatMap((file) => readCsv(readFileSync(join(folder, file), 'utf8'))).map(measuredOf)
}

function measuredOf(row: TableRow): Measured {
  const facts = factsOf(workloadOfRow(row, (name, platform) => deviceNamed(name, platform).device))
  const throughput = Number(row['throughput_samples_per_s'])
  return { facts, rowId: row['row_id'] ?? '', throughput, residual: residualOf(facts, throughput), rankGroup: row['rank_group'] ?? '', costKnown: facts.known.macs }
}

/** log(throughput) at the roofline of a row's device. */
export const logRoofline = ({ throughput, residual }: Measured): number => Math.log(throughput) - residual
