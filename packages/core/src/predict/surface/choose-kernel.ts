import { type Points, selectPoints, similarityOf } from './kernel.ts'
import { KERNELS, NOISES } from './kernels.ts'
import type { NameSimilarity } from './name-similarity.ts'
import { covarianceMatrix, leftOutErrors, surfaceOf } from './surface.ts'

/** Points of a region that take part in the choice, and regions of a data set: enough to tell, few enough to be quick. */
const TRIAL_POINTS = 360
const TRIAL_REGIONS = 3
/** Errors well below this many logs count alike, so that luck does not choose; far above it they count by their logarithm, so that outliers do not. */
const SMALL_ERROR = 0.1

/** A region as the choice sees it. */
export interface Trial {
  readonly points: Points
  readonly residuals: Float64Array
  readonly nameIndex: Int32Array
}

/** Which kernel (its place among `KERNELS`) and how much noise suit a data set. */
export interface KernelChoice {
  readonly kernel: number
  readonly noise: number
}

/** The kernel and noise with the least mean log error on some regions of a data set when architectures are left out one by one. */
export function chooseKernel(regions: readonly Trial[], names: NameSimilarity): KernelChoice {
  const trials = evenly(regions, TRIAL_REGIONS).map(thinned)
  const choices = KERNELS.flatMap(({ noise: least }, kernel) => NOISES.map((noise) => ({ kernel, noise: Math.max(least, noise) })))
  const losses = KERNELS.flatMap((_, kernel) => noiseLosses(kernel, trials, names))
  return choices[losses.indexOf(Math.min(...losses))]!
}

function noiseLosses(place: number, trials: readonly Trial[], names: NameSimilarity): number[] {
  const kernel = KERNELS[place]!
  const totals = NOISES.map(() => 0)
  for (const { points, residuals, nameIndex } of trials) {
    const similarity = similarityOf(kernel, points, nameIndex, names)
    const matrix = covarianceMatrix(similarity)
    NOISES.forEach((noise, index) => {
      const errors = leftOutErrors(surfaceOf(similarity, residuals, matrix, Math.max(kernel.noise, noise)), residuals)
      totals[index]! += errors.reduce((sum, error) => sum + Math.log(SMALL_ERROR + Math.abs(error)), 0)
    })
  }
  return totals
}

function thinned({ points, residuals, nameIndex }: Trial): Trial {
  const rows = evenly([...residuals.keys()], TRIAL_POINTS)
  return { points: selectPoints(points, rows), residuals: Float64Array.from(rows, (row) => residuals[row]!), nameIndex: Int32Array.from(rows, (row) => nameIndex[row]!) }
}

/** At most so many items, evenly spread. */
function evenly<T>(items: readonly T[], most: number): T[] {
  const step = Math.max(1, items.length / most)
  return Array.from({ length: Math.min(items.length, most) }, (_, index) => items[Math.floor(index * step)]!)
}
