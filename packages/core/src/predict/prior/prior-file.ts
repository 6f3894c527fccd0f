import { parseTrees, serialiseTrees, type TreeEnsemble } from '../boosted-trees/index.ts'
import type { CostLaws } from '../cost-law/cost-law.ts'
import { factsOf } from '../facts/facts.ts'
import type { Vocabulary } from '../residual/features.ts'
import type { Tier } from '../residual/tiers.ts'
import type { Reference } from '../surface/atlas.ts'
import { readBundle, writeBundle } from './bundle.ts'
import type { ArchitectureCounts } from './few-architectures.ts'
import type { ErrorModel } from './intervals.ts'
import type { Prior, TierModel } from './train-prior.ts'
import { packWorkloads, unpackWorkloads, type WorkloadColumns } from './workload-columns.ts'

/** Where a prior comes from. */
export interface PriorOrigin {
  /** Files it learnt from, each with its SHA-256 and rows. */
  readonly data: readonly { readonly file: string; readonly sha256: string; readonly rows: number }[]
}

interface PriorData {
  readonly version: string
  readonly origin: PriorOrigin
  readonly vocabulary: Vocabulary
  readonly workloads: WorkloadColumns
  readonly residuals: Float32Array
  readonly surfaces: { readonly kernels: Uint8Array; readonly noises: Float64Array; readonly means: Float64Array; readonly sizes: Int32Array; readonly weights: Float32Array }
  readonly laws: CostLaws
  readonly tiers: Readonly<Partial<Record<Tier, TierData>>>
}

interface TierData {
  readonly ensembles: readonly Uint8Array[]
  readonly belief: TierModel['belief']
  readonly outsider?: { readonly ensembles: readonly Uint8Array[]; readonly belief: TierModel['belief'] }
  readonly panel?: { readonly outsiders: readonly (readonly Uint8Array[])[]; readonly scales: readonly Uint8Array[]; readonly architectures: ArchitectureCounts; readonly lawful: TierModel['belief'] }
  readonly scale: Uint8Array
  readonly quantiles: ErrorModel['quantiles']
}

/** A prior as the bytes of one file: the same prior gives the same bytes. */
export function writePrior(prior: Prior, origin: PriorOrigin): Uint8Array {
  const { version, references, surfaces, laws, vocabulary, tiers } = prior
  const data: PriorData = {
    version,
    origin,
    vocabulary,
    workloads: packWorkloads(references.map(({ facts }) => facts.workload)),
    residuals: Float32Array.from(references, ({ residual }) => residual),
    surfaces: {
      kernels: Uint8Array.from(surfaces, ({ kernel }) => kernel),
      noises: Float64Array.from(surfaces, ({ noise }) => noise),
      means: Float64Array.from(surfaces, ({ mean }) => mean),
      sizes: Int32Array.from(surfaces, ({ weights }) => weights.length),
      weights: Float32Array.from(surfaces.flatMap(({ weights }) => [...weights])),
    },
    laws,
    tiers: mapValues(tiers, ({ learner, belief, outsider, panel, errors }: TierModel) => ({
      belief,
      ...(outsider && { outsider: { ensembles: outsider.learner.ensembles.map(serialiseTrees), belief: outsider.belief } }),
      ...(panel && {
        panel: { outsiders: panel.outsiders.map(({ ensembles }) => ensembles.map(serialiseTrees)), scales: panel.scales.map(serialiseTrees), architectures: panel.architectures, lawful: panel.lawful },
      }),
      ensembles: learner.ensembles.map(serialiseTrees),
      scale: serialiseTrees(errors.scale),
      quantiles: errors.quantiles,
    })),
  }
  return writeBundle(data)
}

/**
 * The prior of a file.
 *
 * @throws BenchcastError `invalid_model` when the bytes are something else
 */
export function readPrior(bytes: Uint8Array): Prior & { readonly origin: PriorOrigin } {
  const { version, origin, vocabulary, workloads, residuals, surfaces, laws, tiers } = readBundle(bytes) as PriorData
  return {
    version,
    origin,
    vocabulary,
    laws,
    references: unpackWorkloads(workloads).map((workload, row): Reference => ({ facts: factsOf(workload), residual: residuals[row]! })),
    surfaces: Array.from(surfaces.sizes, (_, region) => ({ kernel: surfaces.kernels[region]!, noise: surfaces.noises[region]!, mean: surfaces.means[region]!, weights: weightsOf(surfaces, region) })),
    tiers: mapValues(tiers, ({ ensembles, belief, outsider, panel, scale, quantiles }: TierData) => ({
      belief,
      ...(outsider && { outsider: { learner: { ensembles: outsider.ensembles.map(treesOf) }, belief: outsider.belief } }),
      ...(panel && {
        panel: { outsiders: panel.outsiders.map((ensembles) => ({ ensembles: ensembles.map(treesOf) })), scales: panel.scales.map(treesOf), architectures: panel.architectures, lawful: panel.lawful },
      }),
      learner: { ensembles: ensembles.map(treesOf) },
      errors: { scale: treesOf(scale), quantiles },
    })),
  }
}

const treesOf = (bytes: Uint8Array): TreeEnsemble => parseTrees(bytes)

function weightsOf({ sizes, weights }: PriorData['surfaces'], region: number): Float64Array {
  const from = sizes.subarray(0, region).reduce((sum, size) => sum + size, 0)
  return Float64Array.from(weights.subarray(from, from + sizes[region]!))
}

function mapValues<K extends string, A, B>(record: Readonly<Partial<Record<K, A>>>, change: (value: A) => B): Partial<Record<K, B>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value as A)])) as Partial<Record<K, B>>
}
