import type { Migration } from './migration.ts'

/** Which phase of a language model was predicted or measured; NULL in the rows there are, which are of no named phase. */
export const phases: Migration = {
  version: 5,
  name: 'phases',
  statements: ['ALTER TABLE performance_predictions ADD COLUMN phase text', 'ALTER TABLE performance_measurements ADD COLUMN phase text'],
}
