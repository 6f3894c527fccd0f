import { describe, expect, it } from 'vitest'
import { findDevice, type HardwareSpec } from '../../hardware/index.ts'
import { type Facts, factsOf } from '../facts/facts.ts'
import { type Atlas, fitAtlas, type Reference } from './atlas.ts'
import { Codebook, covariances, pointsOf, selectPoints, similarityOf } from './kernel.ts'
import { KERNELS, type Kernel } from './kernels.ts'
import { NameSimilarity } from './name-similarity.ts'
import { ownRegion } from './neighbours.ts'
import { inverseOfPositiveDefinite } from './positive-definite.ts'
import { covarianceMatrix, estimateAt, estimateWithout, estimateWithoutFamily, fitSurface, leftOutErrors } from './surface.ts'

const device = findDevice('NVIDIA GeForce RTX 4090').device as HardwareSpec

/** Models whose residual falls with the logarithm of their cost. */
const references = Array.from({ length: 24 }, (_, index): Reference => {
  const macs = 1e9 * 1.3 ** (index % 12)
  const modelName = `net${(index % 12) * 10}`
  const facts = factsOf({ platform: 'cuda', device, mode: 'inference', phase: 'forward', unit: 'sample', modelName, macs, parameters: macs / 100, batchSize: index < 12 ? 64 : 256, source: 'test' })
  return { facts, residual: -1 - 0.2 * Math.log(macs / 1e9) + (index < 12 ? 0 : 0.05) }
})

const codebook = new Codebook()

function fitted(rows: readonly Reference[]) {
  const facts = rows.map((row) => row.facts)
  const names = new NameSimilarity([...new Set(facts.map(({ baseName }) => baseName))])
  const nameIndex = Int32Array.from(facts, ({ baseName }) => names.names.indexOf(baseName))
  const points = pointsOf(facts, codebook)
  const similarity = similarityOf(KERNELS[0]!, points, nameIndex, names)
  return {
    points,
    surface: fitSurface(
      similarity,
      Float64Array.from(rows, ({ residual }) => residual),
      0.005,
    ),
  }
}

describe('a surface', () => {
  it('goes through what was measured and follows the trend between', () => {
    const { points, surface } = fitted(references)
    const values = covariances(selectPoints(points, [5]), surface.similarity)
    expect(estimateAt(surface, values).residual).toBeCloseTo(references[5]!.residual, 1)
    expect(Math.abs(estimateWithout(surface, values, points.architectures[5]!).residual - references[5]!.residual)).toBeLessThan(0.1)
  })

  it('leaves an architecture out exactly as if its points had never been there', () => {
    const { points, surface } = fitted(references)
    const code = points.architectures[7]!
    const kept = Array.from(points.architectures.keys()).filter((row) => points.architectures[row] !== code)
    const values = covariances(selectPoints(points, [7]), surface.similarity)
    const n = points.count
    const covariance = covarianceMatrix(surface.similarity)
    const smaller = inverseOfPositiveDefinite(Float64Array.from(kept.flatMap((row) => kept.map((column) => covariance[row * n + column]! + (row === column ? 0.005 : 0)))), kept.length)
    const deviations = kept.map((row) => references[row]!.residual - surface.mean)
    const weight = (a: number) => deviations.reduce((sum, deviation, b) => sum + smaller[a * kept.length + b]! * deviation, 0)
    const expected = kept.reduce((sum, row, a) => sum + values[row]! * weight(a), surface.mean)
    expect(kept.length).toBe(22)
    expect(estimateWithout(surface, values, code).residual).toBeCloseTo(expected, 8)
    expect(
      leftOutErrors(
        surface,
        Float64Array.from(references, ({ residual }) => residual),
      )[7],
    ).toBeCloseTo(references[7]!.residual - expected, 8)
  })
})

describe('a family left out of a surface', () => {
  const inFamilies = references.map(({ facts, residual }, index): Reference => ({ facts: { ...facts, family: index % 12 === 7 ? 'loner' : 'many' }, residual }))
  const { points, surface } = fitted(inFamilies)
  const values = covariances(selectPoints(points, [7]), surface.similarity)

  it('of one architecture is that architecture left out', () => {
    const [family, architecture] = [estimateWithoutFamily(surface, values, points.families[7]!)!, estimateWithout(surface, values, points.architectures[7]!)]
    expect(family.residual).toBeCloseTo(architecture.residual, 10)
    expect(family.closeness).toBe(architecture.closeness)
  })

  it('leaves nothing to say where little else was measured', () => {
    expect(estimateWithoutFamily(surface, values, points.families[0]!)).toBeUndefined()
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
    const [same, stem, other] = names.closenessToAll('resnet50', 1)
    expect(same).toBeCloseTo(1, 12)
    expect(stem!).toBeGreaterThan(other!)
  })
})

describe('surfaces and what architectures are made of', () => {
  const netOf = (architecture: string) => factsOf({ ...references[0]!.facts.workload, modelName: architecture, modelFamily: architecture })
  const covarianceOf = (kernel: Kernel, one: string, other: string) => {
    const facts = [one, other].map(netOf)
    const points = pointsOf(facts, codebook)
    const names = new NameSimilarity(facts.map(({ baseName }) => baseName))
    return covariances(selectPoints(points, [0]), similarityOf(kernel, points, Int32Array.of(0, 1), names))[1]!
  }
  const reader = KERNELS.find(({ readsOperators }) => readsOperators)!

  it('hold architectures of the same costs for less alike the more their operators differ, where the kernel reads operators', () => {
    expect(covarianceOf(reader, 'vit_base_patch16_224', 'deit_base_patch16_224')).toBeGreaterThan(1.2 * covarianceOf(reader, 'vit_base_patch16_224', 'convnextv2_base'))
  })

  it('compare costs, names and families alone where it does not', () => {
    const other: Kernel = { ...reader, readsOperators: false }
    expect(covarianceOf(reader, 'vit_base_patch16_224', 'convnextv2_base')).toBeLessThan(covarianceOf(other, 'vit_base_patch16_224', 'convnextv2_base'))
  })
})

describe('models whose cost nobody states', () => {
  const guessed = references.slice(0, 6).map(({ facts: { workload } }, index): Reference => {
    const { macs: _, ...unstated } = { ...workload, modelName: `unstated${index}`, source: 'unstated' }
    return { facts: factsOf(unstated), residual: -9 }
  })
  const asked = factsOf({ ...references[3]!.facts.workload, modelName: 'new' })

  it('leave the level of the others as it is', () => {
    expect(fitted([...references, ...guessed, ...guessed, ...guessed, ...guessed, ...guessed]).surface.mean).toBe(fitted(references).surface.mean)
    expect(fitted(guessed).surface.mean).toBe(-9)
  })

  it('do not speak of a model whose cost is known', () => {
    const alone = fitAtlas(guessed)
    const own = (atlas: Atlas, facts: Facts) => ownRegion(atlas, facts, pointsOf([facts], atlas.codebook))?.region.source
    expect(own(alone, asked)).toBeUndefined()
    expect(own(alone, guessed[0]!.facts)).toBe('unstated')
    expect(own(fitAtlas([...guessed, ...references]), asked)).toBe('test')
  })
})
