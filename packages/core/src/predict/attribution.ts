/** What one feature does to an estimate. */
export interface FeatureEffect {
  /** Name of a feature of the workload or of the evidence about it. */
  readonly feature: string
  /** What it adds to the natural logarithm of the throughput. */
  readonly log: number
}

/** Why an estimate is what it is: throughput = base x exp(the sum of the effects). */
export interface Attribution {
  /** Items per second before anything is known but the costs of the model and the limits of the device. */
  readonly base: number
  /** The greatest first. */
  readonly effects: readonly FeatureEffect[]
}

/** Differences below this are rounding. */
const ROUNDING = 1e-12

/**
 * An attribution that adds up to an estimate: effects of one feature together, and what no feature explains under the name `rest`.
 *
 * @example attributionTo(120, 'limits', 100, [{ feature: 'batch_size', log: 0.1 }]) // adds { feature: 'limits', log: 0.08 }
 */
export function attributionTo(throughput: number, rest: string, base: number, effects: readonly FeatureEffect[]): Attribution {
  const missing = Math.log(throughput / base) - [...byFeature(effects).values()].reduce((sum, log) => sum + log, 0)
  return withEffects(base, Math.abs(missing) > ROUNDING ? [...effects, { feature: rest, log: missing }] : effects)
}

/** The attribution of effects, those of one feature together. */
export function withEffects(base: number, effects: readonly FeatureEffect[]): Attribution {
  const summed = [...byFeature(effects)].map(([feature, log]): FeatureEffect => ({ feature, log })).filter(({ log }) => log !== 0)
  return { base, effects: summed.sort((a, b) => Math.abs(b.log) - Math.abs(a.log)) }
}

function byFeature(effects: readonly FeatureEffect[]): ReadonlyMap<string, number> {
  const logs = new Map<string, number>()
  for (const { feature, log } of effects) logs.set(feature, (logs.get(feature) ?? 0) + log)
  return logs
}
