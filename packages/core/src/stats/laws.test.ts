import { describe, expect, it } from 'vitest'
import * as stats from './index.ts'
import { randomBinomial } from './random-binomial.ts'

const random = () => stats.createRandom(20260801)
const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))
const uniform = (n: number, from: stats.Random) => times(n, () => from.next())
const total = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0)

describe('distributions', () => {
  it('quantile functions rise with p and are undone by their distribution functions', () => {
    const p = times(199, (i) => (i + 1) / 200)
    const pairs: [(p: number) => number, (x: number) => number][] = [
      [stats.normalQuantile, stats.normalCdf],
      ...[0.3, 1, 4, 200].map((df): [(p: number) => number, (x: number) => number] => [(q) => stats.studentTQuantile(q, df), (x) => stats.studentTCdf(x, df)]),
      ...[0.2, 1, 30].map((a): [(p: number) => number, (x: number) => number] => [(q) => stats.betaQuantile(a, 2, q), (x) => stats.incompleteBeta(a, 2, x)]),
    ]
    for (const [quantile, cdf] of pairs) {
      const x = p.map(quantile)
      for (const [i, q] of p.entries()) {
        expect(Math.abs(cdf(x[i]!) - q)).toBeLessThan(1e-12)
        if (i > 0) expect(x[i]!).toBeGreaterThan(x[i - 1]!)
      }
    }
  })

  it('has the ends of the line where they belong', () => {
    expect([stats.normalQuantile(0), stats.normalQuantile(1), stats.normalQuantile(1.1)]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NaN])
    expect([stats.studentTQuantile(0, 3), stats.studentTCdf(Number.NEGATIVE_INFINITY, 3), stats.studentTCdf(Number.POSITIVE_INFINITY, 3)]).toEqual([Number.NEGATIVE_INFINITY, 0, 1])
    expect([stats.chiSquareSurvival(Number.POSITIVE_INFINITY, 2), stats.fSurvival(Number.POSITIVE_INFINITY, 2, 3), stats.betaQuantile(2, 3, -0.1)]).toEqual([0, 0, Number.NaN])
  })

  it('is the arctangent for one degree of freedom, and the normal for infinitely many', () => {
    for (const x of [-1e6, -1e-6, 0.3, 50]) expect(stats.studentTCdf(x, 1)).toBeCloseTo(0.5 + Math.atan(x) / Math.PI, 14)
    expect(stats.studentTQuantile(0.9, Number.POSITIVE_INFINITY)).toBe(stats.normalQuantile(0.9))
  })
})

describe('intervals', () => {
  it('hold the estimate, widen with the level, and narrow with the sample', () => {
    for (const interval of [stats.wilson, stats.clopperPearson]) {
      for (const [successes, trials] of [
        [0, 5],
        [2, 5],
        [5, 5],
        [30, 90],
      ] as const) {
        const [narrow, wide, large] = [interval(successes, trials, 0.9), interval(successes, trials, 0.99), interval(100 * successes, 100 * trials, 0.9)]
        expect(wide.lower <= narrow.lower && narrow.lower <= successes / trials && successes / trials <= narrow.upper && narrow.upper <= wide.upper).toBe(true)
        expect(large.upper - large.lower).toBeLessThan(narrow.upper - narrow.lower)
      }
      expect(interval(0, 0, 0.95)).toEqual({ lower: 0, upper: 1 })
    }
  })

  it('of a difference narrows as the estimates correlate, and vanishes for one estimate against itself', () => {
    const bounds = { lower: 0.7, upper: 0.9 }
    const width = (correlation: number) => {
      const { lower, upper } = stats.moverDifference(0.8, bounds, 0.8, bounds, correlation)
      return upper - lower
    }
    expect(width(0)).toBeGreaterThan(width(0.7))
    expect(width(1)).toBe(0)
  })

  it('says that the tail of a small sample is not estimable', () => {
    const sorted = Float64Array.from(times(250, (i) => i))
    expect(stats.orderStatisticBounds(sorted, 0.99, 0.95)).toBeUndefined()
    expect(stats.orderStatisticBounds(new Float64Array(0), 0.5, 0.95)).toBeUndefined()
    expect(stats.orderStatisticBounds(sorted, 0.5, 0.95)).toEqual({ lower: 109, upper: 140 })
  })

  it('of a perfect correlation is the point', () => {
    expect(stats.fisherZ(1, 30, 0.95, 'pearson')).toEqual({ lower: 1, upper: 1 })
  })
})

describe('adjusted p-values', () => {
  it('are never below the raw ones, keep their order, and Holm is never below Benjamini-Hochberg', () => {
    const from = random()
    for (let n = 0; n < 40; n++) {
      const p = uniform(n, from).map((v) => v ** 4)
      const [holm, bh] = [stats.holm(p), stats.benjaminiHochberg(p)]
      for (let i = 0; i < n; i++) {
        expect(p[i]! <= bh[i]! && bh[i]! <= holm[i]! && holm[i]! <= 1).toBe(true)
        for (let j = 0; j < n; j++) if (p[i]! < p[j]!) expect(holm[i]! <= holm[j]! && bh[i]! <= bh[j]!).toBe(true)
      }
    }
  })
})

describe('random numbers', () => {
  it('are uniform: every value of integer(n) comes equally often', () => {
    const from = random()
    for (const n of [2, 7, 100]) {
      const counts = new Float64Array(n)
      for (let i = 0; i < 1000 * n; i++) counts[from.integer(n)]!++
      const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
      expect(stats.chiSquareSurvival(chiSquare, n - 1)).toBeGreaterThan(0.001)
    }
    expect(from.integer(1)).toBe(0)
    expect(times(1000, () => from.integer(2 ** 32)).every((v) => Number.isInteger(v) && v >= 0 && v < 2 ** 32)).toBe(true)
  })

  it('stay in [0, 1) with the mean and variance of the uniform', () => {
    const drawn = Float64Array.from(uniform(100_000, random()))
    expect(Math.min(...drawn) >= 0 && Math.max(...drawn) < 1).toBe(true)
    expect(stats.mean(drawn)).toBeCloseTo(0.5, 2)
    expect(stats.variance(drawn)).toBeCloseTo(1 / 12, 3)
  })

  it.each([
    [3, 0.4],
    [40, 0.05],
    [40, 0.9],
    [60, 0.3],
    [1000, 0.5],
  ])('binomials of %i trials at %d follow the binomial distribution', (n, p) => {
    const from = random()
    const draws = 20_000
    const counts = new Float64Array(n + 1)
    for (let i = 0; i < draws; i++) counts[randomBinomial(n, p, from)]!++
    const mass = exactBinomial(n, p)
    const cells = times(n + 1, (k) => k).filter((k) => mass[k]! * draws >= 5)
    const chiSquare = total(cells.map((k) => (counts[k]! - draws * mass[k]!) ** 2 / (draws * mass[k]!)))
    expect(stats.chiSquareSurvival(chiSquare, cells.length)).toBeGreaterThan(0.001)
  })
})

function exactBinomial(n: number, p: number): number[] {
  let row = [1]
  for (let i = 0; i < n; i++) row = times(row.length + 1, (k) => (row[k] ?? 0) * (1 - p) + (row[k - 1] ?? 0) * p)
  return row
}

describe('resampling', () => {
  const collect = (counts: number[], resamples: number, limit: number) => {
    const seen: { resampled: number[]; weight: number }[] = []
    const outcome = stats.forEachResample(counts, { resamples, limit, random: random() }, (resampled, weight) => seen.push({ resampled: [...resampled], weight }))
    return { ...outcome, seen }
  }

  it('enumerates every resample with its multinomial probability, as brute force over rows finds', () => {
    const counts = [2, 0, 1, 2]
    const rows = counts.flatMap((count, cell) => times(count, () => cell))
    const brute = new Map<string, number>()
    for (let code = 0; code < 5 ** 5; code++) {
      const resampled = counts.map(() => 0)
      for (let i = 0, rest = code; i < 5; i++, rest = Math.floor(rest / 5)) resampled[rows[rest % 5]!]!++
      brute.set(String(resampled), (brute.get(String(resampled)) ?? 0) + 5 ** -5)
    }
    const { exact, count, seen } = collect(counts, 10, 1000)
    expect([exact, count, seen.length]).toEqual([true, brute.size, brute.size])
    for (const { resampled, weight } of seen) expect(weight).toBeCloseTo(brute.get(String(resampled))!, 13)
  })

  it('gives probabilities that sum to 1, for one kind of row and for many', () => {
    for (const counts of [[7], [0, 7, 0], [300, 20], [9, 9, 9, 9], []]) {
      const { exact, seen } = collect(counts, 1, 10_000)
      expect(exact).toBe(true)
      expect(total(seen.map((s) => s.weight))).toBeCloseTo(1, 11)
    }
  })

  it.each([[[30, 0, 50, 20]], [[3000, 10, 500, 90_000]]])('draws %j with the mean and variance of the multinomial', (counts) => {
    const { exact, count, seen } = collect(counts, 20_000, 100)
    const n = total(counts)
    expect([exact, count]).toEqual([false, 20_000])
    for (const { resampled } of seen.slice(0, 50)) expect(total(resampled)).toBe(n)
    counts.forEach((expected, cell) => {
      const drawn = seen.map((s) => s.resampled[cell]!)
      const variance = expected * (1 - expected / n)
      expect(Math.abs(stats.mean(drawn) - expected)).toBeLessThanOrEqual(4 * Math.sqrt(variance / 20_000))
      expect(Math.abs(stats.variance(drawn) - variance)).toBeLessThanOrEqual(0.05 * variance)
    })
  })

  it('of rows gives the standard error of a mean', () => {
    const data = uniform(50, random())
    const replicates = stats.bootstrapReplicates(50, 4000, random(), (rows) => total(Array.from(rows, (i) => data[i]!)) / 50)
    expect(Math.sqrt(stats.variance(replicates)) / Math.sqrt(stats.variance(data, 0) / 50)).toBeCloseTo(1, 1)
  })

  it('gives the same bounds for enumerated and for many drawn resamples', () => {
    const counts = [3, 17]
    const bounds = (limit: number) => {
      const { exact, seen } = collect(counts, 40_000, limit)
      const replicates = Float64Array.from(seen, (s) => s.resampled[1]! / 20)
      const weights = exact ? { weights: Float64Array.from(seen, (s) => s.weight) } : {}
      return stats.bcaBounds({ estimate: 0.85, replicates, ...weights, jackknife: Float64Array.of(17 / 19, 16 / 19), jackknifeCounts: Float64Array.from(counts), level: 0.95 })
    }
    expect(bounds(1000)).toEqual(bounds(1))
  })

  it('leaves out resamples without a value, and counts equal jackknife values once each', () => {
    const replicates = Float64Array.from(times(99, (i) => Math.sqrt(i)))
    const common = { estimate: 7, level: 0.9 }
    const listed = stats.bcaBounds({ ...common, replicates, jackknife: Float64Array.of(1, 1, 1, 2) })
    const counted = stats.bcaBounds({ ...common, replicates: Float64Array.of(Number.NaN, ...replicates), jackknife: Float64Array.of(1, 2), jackknifeCounts: Float64Array.of(3, 1) })
    expect(counted).toEqual(listed)
    expect(listed.method).toBe('bootstrap_bca')
  })
})

describe('paired tests', () => {
  it('drawn sign patterns agree with all of them', () => {
    const d = Float64Array.from(uniform(13, random()), (v) => v - 0.35)
    let hits = 0
    for (let signs = 0; signs < 2 ** 13; signs++) if (Math.abs(total(d.map((v, i) => ((signs >> i) & 1 ? v : -v)))) >= Math.abs(total(d)) - 1e-12) hits++
    const drawn = stats.pairedRandomisation(d, { resamples: 40_000, random: random() })
    expect(drawn.test).toBe('approximate_randomisation')
    expect(Math.abs(drawn.pValue - hits / 2 ** 13)).toBeLessThan(0.01)
  })

  it('of models that never differ give p = 1', () => {
    const same = new Float64Array(30)
    const options = { resamples: 99, random: random() }
    expect([stats.pairedRandomisation(same, options).pValue, stats.wilcoxonSignedRank(same).pValue, stats.pairedT(same).pValue, stats.zTest(0, 0), stats.mcnemar(0, 0).pValue]).toEqual([1, 1, 1, 1, 1])
    expect(stats.mcnemar(50, 50).pValue).toBe(1)
    expect(stats.friedman([same, same, same])).toEqual({ statistic: 0, pValue: 1, averageRanks: [2, 2, 2] })
  })

  it('of a difference that never varies give p = 0 where the normal model says so', () => {
    expect([stats.zTest(0.1, 0), stats.pairedT(Float64Array.of(1, 1, 1)).pValue]).toEqual([0, 0])
  })

  it('does not care which model comes first', () => {
    const d = Float64Array.from(uniform(25, random()), (v) => v - 0.4)
    const swapped = d.map((v) => -v)
    expect(stats.wilcoxonSignedRank(swapped)).toEqual(stats.wilcoxonSignedRank(d))
    expect(stats.pairedT(swapped).pValue).toBe(stats.pairedT(d).pValue)
    expect(stats.mcnemar(3, 9)).toEqual(stats.mcnemar(9, 3))
  })
})

describe('nemenyiCriticalDifference', () => {
  it("gives Demšar's table of critical values at 0.05, and null outside its reach", () => {
    const table = times(9, (i) => stats.nemenyiCriticalDifference(i + 2, 1, 0.95)! / Math.sqrt(((i + 2) * (i + 3)) / 6))
    expect(table.map((q) => q.toFixed(3))).toEqual(['1.960', '2.344', '2.569', '2.728', '2.850', '2.948', '3.031', '3.102', '3.164'])
    expect([stats.nemenyiCriticalDifference(1, 10, 0.95), stats.nemenyiCriticalDifference(3, 0, 0.95)]).toEqual([null, null])
  })
})

describe('tieLetters', () => {
  const lettersOf = (n: number, pairs: ReadonlySet<string>) => {
    const order = times(n, String)
    return tieLettersOf(order, (a, b) => pairs.has(`${a}-${b}`) || pairs.has(`${b}-${a}`))
  }
  const tieLettersOf = (order: string[], significant: (a: string, b: string) => boolean) => order.map((model) => stats.tieLetters(order, significant).get(model)!)

  it('shares a letter between exactly the pairs that do not differ, and gives the best model an a', () => {
    const from = random()
    for (let round = 0; round < 60; round++) {
      const n = 1 + from.integer(8)
      const density = from.next()
      const pairs = new Set(times(n * n, (i) => [Math.floor(i / n), i % n] as const).flatMap(([a, b]) => (a < b && from.next() < density ? [`${a}-${b}`] : [])))
      const letters = lettersOf(n, pairs)
      expect(letters[0]).toContain('a')
      for (let a = 0; a < n; a++) {
        expect(letters[a]!.length).toBeGreaterThan(0)
        for (let b = a + 1; b < n; b++)
          expect(
            [...letters[a]!].some((letter) => letters[b]!.includes(letter)),
            `${a}, ${b}`,
          ).toBe(!pairs.has(`${a}-${b}`))
      }
    }
  })

  it('runs through the alphabet and beyond', () => {
    const order = times(30, String)
    expect(tieLettersOf(order, () => false)).toEqual(order.map(() => 'a'))
    expect(tieLettersOf(order, () => true).slice(24, 29)).toEqual(['y', 'z', 'aa', 'ab', 'ac'])
    expect(tieLettersOf(['x', 'y', 'z'], (a, b) => a === 'x' && b === 'z')).toEqual(['a', 'ab', 'b'])
  })
})
