import { describe, expect, it } from 'vitest'
import { findDevice, type HardwareSpec } from '../../hardware/index.ts'
import { factsOf } from '../facts/facts.ts'
import { makeAtlas, type Reference } from './atlas.ts'
import { centerOf, covariances } from './kernel.ts'
import { NameSimilarity } from './name-similarity.ts'
import { inverseOfPositiveDefinite } from './positive-definite.ts'
import { estimateAt, estimateWithout, fitSurface } from './surface.ts'

const device = findDevice('NVIDIA GeForce RTX 4090').device as HardwareSpec

/** Models whose residual falls with the logarithm of their cost. */
const references = Array.from({ length: 24 }, (_, index): Reference => {
  const macs = 1e9 * 1.3 ** (index % 12)
  const modelName = `net${(index % 12) * 10}`
  const facts = factsOf({ platform: 'cuda', device, mode: 'inference', phase: 'forward', unit: 'sample', modelName, macs, parameters: macs / 100, batchSize: index < 12 ? 64 : 256, source: 'test' })
  return { facts, residual: -1 - 0.2 * Math.log(macs / 1e9) + (index < 12 ? 0 : 0.05) }
})

function fitted(rows: readonly Reference[]) {
  let surface: ReturnType<typeof fitSurface> | undefined
  const atlas = makeAtlas(
    rows.map(({ facts }) => facts),
    (points, members, nameIndex, names) => {
      surface = fitSurface(
        points,
        Float64Array.from(members, (index) => rows[index]!.residual),
        nameIndex,
        names,
      )
      return surface
    },
  )
  return { atlas, surface: surface! }
}

describe('a surface', () => {
  it('goes through what was measured and follows the trend between', () => {
    const { atlas, surface } = fitted(references)
    const values = covariances(surface.points, 5, surface.points, surface.nameIndex, atlas.names, surface.center)
    expect(estimateAt(surface, values).residual).toBeCloseTo(references[5]!.residual, 1)
    expect(Math.abs(estimateWithout(surface, values, surface.points.architectures[5]!).residual - references[5]!.residual)).toBeLessThan(0.1)
  })

  it('leaves an architecture out exactly as if its points had never been there', () => {
    const kept = references.filter((_, index) => index % 12 !== 7)
    const [all, rest] = [fitted(references), fitted(kept)]
    const values = covariances(all.surface.points, 7, all.surface.points, all.surface.nameIndex, all.atlas.names, all.surface.center)
    const code = all.surface.points.architectures[7]!
    const removed = Array.from(all.surface.points.architectures, (own) => own !== code)
    const inside = all.surface.inverse
    const n = removed.length
    const keptRows = [...removed.keys()].filter((row) => removed[row])
    const matrix = inverseOfPositiveDefinite(inside, n)
    const smaller = inverseOfPositiveDefinite(Float64Array.from(keptRows.flatMap((row) => keptRows.map((column) => matrix[row * n + column]!))), keptRows.length)
    const deviations = keptRows.map((row) => references[row]!.residual - all.surface.mean)
    const expected = keptRows.reduce((sum, row, a) => sum + values[row]! * deviations.reduce((inner, deviation, b) => inner + smaller[a * keptRows.length + b]! * deviation, 0), all.surface.mean)
    expect(estimateWithout(all.surface, values, code).residual).toBeCloseTo(expected, 6)
    expect(rest.surface.points.count).toBe(22)
  })
})

describe('the inverse of a positive definite matrix', () => {
  it('times the matrix is the identity', () => {
    const n = 37
    const matrix = Float64Array.from({ length: n * n }, (_, at) => Math.exp(-Math.abs(Math.floor(at / n) - (at % n)) / 5) + (Math.floor(at / n) === at % n ? 0.1 : 0))
    const inverse = inverseOfPositiveDefinite(matrix, n)
    for (const [row, column] of [
      [0, 0],
      [5, 9],
      [36, 36],
      [36, 1],
    ] as const) {
      const product = Array.from({ length: n }, (_, k) => matrix[row * n + k]! * inverse[k * n + column]!).reduce((a, b) => a + b)
      expect(product).toBeCloseTo(row === column ? 1 : 0, 10)
    }
  })

  it('is refused for another matrix', () => {
    expect(() => inverseOfPositiveDefinite(Float64Array.of(1, 2, 2, 1), 2)).toThrow('not positive definite at row 1')
  })
})

describe('closeness of names', () => {
  it('is 1 for the same name and larger for a shared stem than for none', () => {
    const names = new NameSimilarity(['resnet50', 'resnet101d', 'vit_tiny_patch16'])
    const [same, stem, other] = names.closenessToAll('resnet50')
    expect(same).toBeCloseTo(1, 12)
    expect(stem!).toBeGreaterThan(other!)
  })
})

it('the center of points is their mean coordinate', () => {
  const { surface } = fitted(references.slice(0, 2))
  const width = surface.center.length
  expect(centerOf(surface.points)[0]).toBeCloseTo((surface.points.coordinates[0]! + surface.points.coordinates[width]!) / 2, 12)
})
