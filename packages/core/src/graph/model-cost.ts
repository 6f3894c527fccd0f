import { type Architecture, BUILDERS } from './builders/index.ts'
import type { BuildSize, ModelBuilder, Repeat } from './builders/model-builder.ts'
import { costOf } from './cost.ts'
import type { GraphCost } from './graph.ts'

type Config = Readonly<Record<string, unknown>>

/**
 * Cost of a model at a size: that of its graph, without building all its layers. Layers repeat, so a graph with a few of them and the difference one more makes give the cost of
 * any number, exactly.
 *
 * @example modelCost(readConfig(llama70b), { batch: 8, sequence: 512, precision: 'fp16', phase: 'decode' }).memoryTrafficBytes
 */
export function modelCost({ builder, config }: Architecture, size: BuildSize): GraphCost {
  const maker = BUILDERS[builder] as unknown as ModelBuilder<Config>
  return repeatedCost(maker, config as unknown as Config, size)
}

function repeatedCost({ build, repeats }: ModelBuilder<Config>, config: Config, size: BuildSize): GraphCost {
  const stacks = (repeats?.(config) ?? []).map((repeat) => shortened(config, repeat)).filter(({ left }) => left > 0)
  const few = { ...config, ...Object.fromEntries(stacks.map(({ field, layers }) => [field, layers])) }
  const cost = costOf(build(few, size))
  const steps = stacks.map(({ field, layers, period, left }) => ({ less: costOf(build({ ...few, [field]: layers - period }, size)), times: left / period }))
  const total = { ...cost } as Record<keyof GraphCost, number>
  for (const key of Object.keys(total) as (keyof GraphCost)[]) for (const { less, times } of steps) total[key] += times * (cost[key] - less[key])
  return total
}

/** So many layers that the last period is like all that are left out (what is made once lives through the periods before it), and how many those are. */
function shortened(config: Config, { field, period, start = 0 }: Repeat) {
  const all = config[field] as number
  const layers = Math.min(all, start + 3 * period + ((all - start) % period))
  return { field, period, layers, left: all - layers }
}
