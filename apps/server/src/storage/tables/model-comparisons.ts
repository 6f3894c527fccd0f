import { table } from './table.ts'

/** One row per comparison of models. */
export const modelComparisons = table('model_comparisons', { seq: 'bigint', comparison_id: 'text', created_at: 'text', document: 'text' })
