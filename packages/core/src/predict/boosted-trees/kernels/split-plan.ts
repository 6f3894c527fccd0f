import { binCount, type FeatureBins } from '../feature-bins.ts'
import { type TreeOptions, treeOptionsOf } from '../tree-options.ts'
import type { TreeShape } from './tree-memory.ts'

/** What a thread must know of a training: plain data. */
export interface SplitPlan {
  readonly shape: TreeShape
  /** The columns of the matrix. */
  readonly columns: readonly { readonly categorical: boolean; readonly bins: number }[]
  readonly options: TreeOptions
}

/** The plan of a training by so many threads. */
export const planOf = (bins: readonly FeatureBins[], rows: number, drawn: number, threads: number, options: TreeOptions): SplitPlan => ({
  shape: { rows, columns: bins.length, drawn, histograms: Math.max(1, Math.min(options.maxLeaves, rows)), threads },
  columns: bins.map((of) => ({ categorical: of.categorical, bins: binCount(of) })),
  options: treeOptionsOf(options),
})
