import { foldsOf } from '../prior/out-of-fold.ts'
import { roofline } from '../roofline/roofline.ts'
import type { Reference } from '../surface/atlas.ts'
import { choleskyFactor, solveLower, solveUpper } from '../surface/positive-definite.ts'
import { type CostLaw, type CostLaws, hasLaw, lawNameOf, placesOf, residualOfLaw, usualSeconds } from './cost-law.ts'

/** Laws of all data sets, and what each reference would be without its architecture. */
export interface FittedLaws {
  readonly laws: CostLaws
  /** log(throughput / roofline) of each reference by a law that has not seen its architecture; undefined where there is none. */
  readonly without: readonly (number | undefined)[]
}

/** A data set of more architectures than this is judged in so many parts instead of one architecture at a time. */
const MOST_PARTS = 12

/**
 * Fits the law of each data set on a platform.
 *
 * @param references those of tokens, and of models whose cost is unknown, are passed over
 */
export function fitCostLaws(references: readonly Reference[]): FittedLaws {
  const without = new Array<number | undefined>(references.length).fill(undefined)
  const known = [...references.keys()].filter((index) => hasLaw(references[index]!.facts))
  const laws = [...Map.groupBy(known, (index) => lawNameOf(references[index]!.facts))].map(([name, members]): [string, CostLaw] => {
    const cases = casesOf(members.map((index) => references[index]!))
    const parts = foldsOf(
      members.map((index) => references[index]!.facts.architecture),
      MOST_PARTS,
    )
    for (const part of new Set(parts)) {
      const inside = members.filter((_, row) => parts[row] === part)
      const outside = cases.filter((_, row) => parts[row] !== part)
      if (outside.length === 0) continue
      const law = fitCostLaw(outside)
      for (const index of inside) without[index] = residualOfLaw(law, references[index]!.facts)
    }
    return [name, fitCostLaw(cases)]
  })
  return { laws: Object.fromEntries(laws), without }
}

interface Case {
  readonly seconds: readonly number[]
  readonly logSeconds: number
  readonly places: readonly string[]
  readonly weight: number
}

/** An architecture counts by the root of its rows. */
function casesOf(references: readonly Reference[]): Case[] {
  const rows = new Map<string, number>()
  for (const { facts } of references) rows.set(facts.architecture, (rows.get(facts.architecture) ?? 0) + 1)
  return references.map(({ facts, residual }) => ({
    seconds: usualSeconds(facts),
    logSeconds: -residual - Math.log(roofline(facts).itemsPerSecond),
    places: placesOf(facts),
    weight: 1 / Math.sqrt(rows.get(facts.architecture)!),
  }))
}

const ROUNDS = 25
/** Errors beyond so many logs count by their size, not by its square. */
const HUBER = 0.3
/** Weight of "as usual" for each kind of work, against that of an architecture measured once. */
const CAUTION = 0.5
/** ... and for the factor of a place, the data set's own excepted. */
const PLACE_CAUTION = 0.05
/** Logs a factor may change by in one round. */
const MOST_STEP = 0.7

/** Least squares of log time, robust, with a ridge towards the usual factors: the factors of kinds by Gauss and Newton, those of places by means, in turns. */
function fitCostLaw(cases: readonly Case[]): CostLaw {
  const kinds = cases[0]!.seconds.length
  const byKind = new Array<number>(kinds).fill(0)
  // From the middle of all rows, so that none counts for less only because the rest is far from the usual.
  const byPlace = new Map([[cases[0]!.places[0]!, middle(cases.map(({ seconds, logSeconds }) => logSeconds - sharesOf(seconds, byKind).log))]])
  const levels = cases[0]!.places.length
  const groups = Array.from({ length: levels }, (_, level) => [...Map.groupBy(cases.keys(), (row) => cases[row]!.places[level]!)])
  for (let round = 0; round < ROUNDS; round++) {
    const shares = cases.map(({ seconds }) => sharesOf(seconds, byKind))
    const left = Float64Array.from(cases, ({ logSeconds, places }, row) => logSeconds - shares[row]!.log - places.reduce((sum, place) => sum + (byPlace.get(place) ?? 0), 0))
    const weights = Float64Array.from(cases, ({ weight }, row) => weight * Math.min(1, HUBER / Math.max(1e-9, Math.abs(left[row]!))))
    for (const [level, members] of groups.entries()) settleFactors(members, level === 0 ? 0 : PLACE_CAUTION, left, weights, byPlace)
    const step = newtonStep(
      shares.map(({ shares: own }) => own),
      left,
      weights,
      groups.at(-1)!.map(([, rows]) => rows),
      byKind,
    )
    step.forEach((own, kind) => {
      byKind[kind]! += Math.max(-MOST_STEP, Math.min(MOST_STEP, own))
    })
  }
  return { byKind, byPlace: Object.fromEntries(byPlace) }
}

/** Sets the factor of each place to the mean of what its rows leave, which is taken off them. */
function settleFactors(members: readonly (readonly [string, readonly number[]])[], caution: number, left: Float64Array, weights: Float64Array, byPlace: Map<string, number>): void {
  for (const [place, rows] of members) {
    const before = byPlace.get(place) ?? 0
    let [total, sum] = [caution, 0]
    for (const row of rows) {
      total += weights[row]!
      sum += weights[row]! * (left[row]! + before)
    }
    const now = sum / total
    byPlace.set(place, now)
    for (const row of rows) left[row]! += before - now
  }
}

const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!

/** Log of the time of all kinds together, and the share of each: its derivative. */
function sharesOf(seconds: readonly number[], byKind: readonly number[]): { readonly log: number; readonly shares: number[] } {
  const parts = seconds.map((own, kind) => own * Math.exp(byKind[kind]!))
  const total = parts.reduce((sum, part) => sum + part, 0)
  return { log: Math.log(total), shares: parts.map((part) => part / total) }
}

/** Ridge step for the factors of kinds, what places take up left out: derivatives are taken from their mean in the finest place. */
function newtonStep(shares: readonly number[][], left: Float64Array, weights: Float64Array, places: readonly (readonly number[])[], byKind: readonly number[]): Float64Array {
  const kinds = byKind.length
  const matrix = new Float64Array(kinds * kinds)
  const slope = Float64Array.from(byKind, (own) => -CAUTION * own)
  for (let kind = 0; kind < kinds; kind++) matrix[kind * kinds + kind] = CAUTION
  for (const rows of places) {
    const mean = new Float64Array(kinds)
    let total = PLACE_CAUTION
    for (const row of rows) {
      total += weights[row]!
      for (let kind = 0; kind < kinds; kind++) mean[kind]! += weights[row]! * shares[row]![kind]!
    }
    for (const row of rows) {
      const own = shares[row]!.map((share, kind) => share - mean[kind]! / total)
      for (let a = 0; a < kinds; a++) {
        const scaled = weights[row]! * own[a]!
        for (let b = 0; b < kinds; b++) matrix[a * kinds + b]! += scaled * own[b]!
        slope[a]! += scaled * left[row]!
      }
    }
  }
  const lower = choleskyFactor(matrix, kinds)
  return solveUpper(lower, solveLower(lower, slope))
}
