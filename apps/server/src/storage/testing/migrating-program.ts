import { writeSync } from 'node:fs'
import { openStore } from '../index.ts'
import { MIGRATIONS, type Migration } from '../migrations/index.ts'

/** A second step that takes a while: a table as large as the history, then a change of it. */
export const HEAVY: Migration = {
  version: MIGRATIONS.length + 1,
  name: 'heavy',
  statements: [
    'CREATE TABLE heavy AS SELECT r.seq AS seq, x.range AS position, md5(r.run_id || x.range) AS digest FROM model_benchmark_runs r, range(400) x',
    'CREATE TABLE heavier AS SELECT seq, position, digest || digest AS twice FROM heavy',
    'ALTER TABLE heavier RENAME TO heaviest',
  ],
}

/** A program for crash tests: opens the database with one more migration, says `migrating` before and `done` after. */
if (import.meta.main) {
  writeSync(1, 'migrating\n')
  const store = await openStore({ path: process.argv[2]!, migrations: [...MIGRATIONS, HEAVY], dailyBackups: false })
  await store.close()
  writeSync(1, 'done\n')
}
