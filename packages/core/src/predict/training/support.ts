import type { Facts } from '../facts/facts.ts'
import { numberFormat, peakOperations } from '../roofline/number-format.ts'

/** Where a correction was trained: points in the space of {@link AXES}, by platform and phase, that stand for all rows within `reach`. */
export interface Support {
  /** Half the diagonal of the cells that the rows were gathered in. */
  readonly reach: number
  /** Coordinates one after the other, by `platform phase`. */
  readonly points: Readonly<Record<string, readonly number[]>>
}

/** What makes a workload far from another: natural logarithms, so that a distance of 1 is a factor of 2.7 in one of them. */
const AXES: readonly ((facts: Facts) => number)[] = [
  ({ parameters }) => Math.log(parameters),
  ({ macs }) => Math.log(macs),
  ({ batchSize }) => Math.log(batchSize),
  ({ inputSize }) => Math.log(inputSize),
  ({ workload }) => Math.log(numberFormat(workload.precision).weightBytes),
  ({ workload }) => Math.log(peakOperations(workload.device, numberFormat(workload.precision))),
  ({ workload }) => Math.log(workload.device.memoryBytesPerSecond),
]
/** Numbers of one point. */
export const AXIS_COUNT = AXES.length
/** Points that are kept, at most. */
export const MOST_POINTS = 1000
const FINEST_CELL = 0.5
const COARSEST_CELL = 100
/** Log distance over which belief falls by a factor of e. */
const FADE = 4

const regionOf = ({ workload }: Facts): string => `${workload.platform} ${workload.phase}`
const coordinates = (facts: Facts): number[] => AXES.map((axis) => axis(facts))

/** A cell of the grid: rows of one region whose coordinates, counted in cells, begin with these whole numbers. */
interface Cell {
  readonly region: string
  readonly at: readonly number[]
}

/** The support of rows: one point for each cell that has any, in cells as fine as {@link MOST_POINTS} allows. */
export function supportOf(rows: readonly Facts[]): Support {
  let width = FINEST_CELL
  let cells = distinct(rows.map((facts) => ({ region: regionOf(facts), at: coordinates(facts).map((x) => Math.floor(x / width)) })))
  while (cells.length > MOST_POINTS && width < COARSEST_CELL) {
    width *= 2
    cells = distinct(cells.map(({ region, at }) => ({ region, at: at.map((place) => Math.floor(place / 2)) })))
  }
  const regions = Map.groupBy(cells, ({ region }) => region)
  const centers = (members: readonly Cell[]) => members.flatMap(({ at }) => at.map((place) => (place + 0.5) * width))
  return { reach: (width / 2) * Math.sqrt(AXIS_COUNT), points: Object.fromEntries(Array.from(regions, ([region, members]) => [region, centers(members)])) }
}

const distinct = (cells: readonly Cell[]): Cell[] => [...new Map(cells.map((cell) => [`${cell.region} ${cell.at}`, cell])).values()]

/** Answers how far a workload is inside a support: 1 among its rows, falling towards 0 with the distance from them, 0 on a platform or in a phase it has no rows of. */
export function supportReader({ reach, points }: Support): (facts: Facts) => number {
  const regions = new Map(Object.entries(points).map(([region, flat]) => [region, Float64Array.from(flat)]))
  return (facts) => {
    const region = regions.get(regionOf(facts))
    return region === undefined ? 0 : Math.exp(-Math.max(0, nearest(region, coordinates(facts)) - reach) / FADE)
  }
}

function nearest(points: Float64Array, at: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY
  for (let start = 0; start < points.length; start += AXIS_COUNT) {
    let squared = 0
    for (let axis = 0; axis < AXIS_COUNT && squared < least; axis++) squared += (points[start + axis]! - at[axis]!) ** 2
    if (squared < least) least = squared
  }
  return Math.sqrt(least)
}
