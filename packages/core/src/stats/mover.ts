import type { Bounds } from './bounds.ts'

/**
 * Interval of a - b from the intervals of a and b and the correlation of the two estimates: the method of variance estimates recovery.
 * Source: G. Y. Zou, A. Donner, Statistics in Medicine 2008.
 *
 * @example moverDifference(0.8, wilson(80, 100, 0.95), 0.7, wilson(70, 100, 0.95), 0)
 */
export function moverDifference(a: number, boundsA: Bounds, b: number, boundsB: Bounds, correlation: number): Bounds {
  const below = hypotenuse(a - boundsA.lower, boundsB.upper - b, correlation)
  const above = hypotenuse(boundsA.upper - a, b - boundsB.lower, correlation)
  return { lower: a - b - below, upper: a - b + above }
}

/** Third side of a triangle, by the law of cosines. */
const hypotenuse = (x: number, y: number, cosine: number) => Math.sqrt(Math.max(0, x * x + y * y - 2 * cosine * x * y))
