import { type Architecture, BUILDERS } from './builders/index.ts'
import type { BuildSize, ModelBuilder, Repeat } from './builders/model-builder.ts'
import { type CostOptions, costOf } from './cost.ts'
import type { Graph, GraphCost } from './graph.ts'
import { type TrainingCost, type TrainingOptions, trainingCost } from './training-cost.ts'

type Config = Readonly<Record<string, unknown>>

/**
 * Cost of a model at a size: that of its graph, without building all its layers. Layers repeat, so a graph with a few of them and the difference one more makes give the cost of
 * any number, exactly.
 *
 * @example modelCost(readConfig(llama70b), { batch: 8, sequence: 512, precision: 'fp16', phase: 'decode' }).memoryTrafficBytes
 */
export const modelCost = (architecture: Architecture, size: BuildSize, options?: CostOptions): GraphCost => repeatedCost(architecture, size, (graph) => costOf(graph, options))

/** Cost of one training step of a model at a size, without building all its layers. The phase is `forward`, whatever `size` says. */
export function modelTrainingCost(architecture: Architecture, size: BuildSize, options?: TrainingOptions): TrainingCost {
  return repeatedCost(architecture, { ...size, phase: 'forward' }, (graph) => trainingCost(graph, options))
}

function repeatedCost<Cost extends { readonly [Key in keyof Cost]: number }>(architecture: Architecture, size: BuildSize, countOf: (graph: Graph) => Cost): Cost {
  const { build, repeats } = BUILDERS[architecture.builder] as unknown as ModelBuilder<Config>
  const config = architecture.config as unknown as Config
  const stacks = (repeats?.(config) ?? []).map((repeat) => shortened(config, repeat)).filter(({ left }) => left > 0)
  const few = { ...config, ...Object.fromEntries(stacks.map(({ field, layers }) => [field, layers])) }
  const cost = countOf(build(few, size))
  const steps = stacks.map(({ field, layers, period, left }) => ({ less: countOf(build({ ...few, [field]: layers - period }, size)), times: left / period }))
  const total: { -readonly [Key in keyof Cost]: number } = { ...cost }
  for (const key of Object.keys(total) as (keyof Cost)[]) for (const { less, times } of steps) total[key] += times * (cost[key] - less[key])
  return total as Cost
}

/** So many layers that the last period is like all that are left out (what is made once lives through the periods before it), and how many those are. */
function shortened(config: Config, { field, period, start = 0 }: Repeat) {
  const all = config[field] as number
  const layers = Math.min(all, start + 3 * period + ((all - start) % period))
  return { field, period, layers, left: all - layers }
}
