import { type Architecture, BUILDERS } from '../builders/index.ts'
import type { BuildSize, ModelBuilder } from '../builders/model-builder.ts'
import type { Graph } from '../graph.ts'
import { quantiseToInt4, quantiseToInt8 } from './quantise.ts'

/** Number formats in which a graph can be written for a runtime, in the words of the wire, with how the graph is made. */
export const RUNNABLE_PRECISIONS = {
  fp32: { storage: 'fp32', rewrite: (graph: Graph) => graph },
  fp16: { storage: 'fp16', rewrite: (graph: Graph) => graph },
  int8: { storage: 'fp32', rewrite: quantiseToInt8 },
  int4: { storage: 'fp32', rewrite: quantiseToInt4 },
} as const

export type RunnablePrecision = keyof typeof RUNNABLE_PRECISIONS

/** What a graph is built for; without `precision`, which is said apart. */
export type RunSize = Omit<BuildSize, 'precision'>

/**
 * The graph of an architecture as a runtime can take it: in the number format asked for, with the nodes that quantise.
 *
 * @example
 * runnableGraph(resolveModel({ modelName: 'bert-base-uncased' }).graph!, { batch: 8, sequence: 128 }, 'int8')
 */
export function runnableGraph({ builder, config }: Architecture, size: RunSize, precision: RunnablePrecision): Graph {
  const { storage, rewrite } = RUNNABLE_PRECISIONS[precision]
  // The pair of a builder and its own configuration cannot be said to the compiler for a union.
  const { build } = BUILDERS[builder] as ModelBuilder<unknown>
  return rewrite(build(config, { ...size, precision: storage }))
}
