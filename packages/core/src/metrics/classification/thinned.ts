/** A curve as two columns; x never falls. */
export interface Curve {
  readonly x: Float64Array
  readonly y: Float64Array
}

/**
 * Indices of at most `maxPoints` (5 or more) points that keep the curve's shape, in order, the first and the last among them.
 *
 * Points on a straight line between their neighbours go first. If too many remain, the curve's length is cut into equal pieces
 * and each piece keeps the point it starts with and the one farthest from the straight line through its ends: its corner.
 */
export function thinned(curve: Curve, maxPoints: number): Uint32Array {
  const corners = cornersOf(curve)
  return corners.length <= maxPoints ? corners : Uint32Array.from(pieces(curve, corners, Math.floor((maxPoints - 3) / 2)))
}

function cornersOf({ x, y }: Curve): Uint32Array {
  const kept = new Uint32Array(x.length)
  let count = 0
  for (let i = 0; i < x.length; i++) {
    const straight = i > 0 && i < x.length - 1 && x[i]! - x[i - 1]! === x[i + 1]! - x[i]! && y[i]! - y[i - 1]! === y[i + 1]! - y[i]!
    if (!straight && !isFlat(x, y, i)) kept[count++] = i
  }
  return kept.slice(0, count)
}

/** Inside a horizontal or vertical stretch, whatever the steps. */
function isFlat(x: Float64Array, y: Float64Array, i: number): boolean {
  if (i === 0 || i === x.length - 1) return false
  return (x[i] === x[i - 1] && x[i] === x[i + 1] && (y[i]! - y[i - 1]!) * (y[i + 1]! - y[i]!) >= 0) || (y[i] === y[i - 1] && y[i] === y[i + 1])
}

/** Start and corner of each of `count` pieces of equal length, then the last point. */
function pieces({ x, y }: Curve, points: Uint32Array, count: number): number[] {
  const step = (i: number) => Math.abs(x[points[i]!]! - x[points[i - 1]!]!) + Math.abs(y[points[i]!]! - y[points[i - 1]!]!)
  let total = 0
  for (let i = 1; i < points.length; i++) total += step(i)
  const kept: number[] = []
  let [start, length] = [0, 0]
  for (let i = 1; i < points.length; i++) {
    length += step(i)
    if (length < (total * (kept.length / 2 + 1)) / count && i < points.length - 1) continue
    kept.push(points[start]!, points[cornerOf({ x, y }, points, start, i)]!)
    start = i
  }
  return [...new Set([...kept, points.at(-1)!])]
}

/** Position of the point between `start` and `end` that lies farthest from their chord; `start` when none lies between. */
function cornerOf({ x, y }: Curve, points: Uint32Array, start: number, end: number): number {
  const [x0, y0] = [x[points[start]!]!, y[points[start]!]!]
  const [dx, dy] = [x[points[end]!]! - x0, y[points[end]!]! - y0]
  let [corner, farthest] = [start, 0]
  for (let i = start + 1; i < end; i++) {
    const distance = Math.abs(dx * (y[points[i]!]! - y0) - dy * (x[points[i]!]! - x0))
    if (distance > farthest) [corner, farthest] = [i, distance]
  }
  return corner
}
