import { createRandom } from '../../stats/index.ts'

/**
 * Deals groups into folds of about equal size: in the order of a seeded shuffle, the largest first, each to the fold that has least. No group is in two folds.
 *
 * @returns the fold of each item
 * @example dealGroups(['a', 'b', 'a', 'c'], 2, 1) // 'a' in one fold, 'b' and 'c' in the other
 */
export function dealGroups(groupOfItem: readonly string[], folds: number, seed: number): Int32Array {
  const sizes = new Map<string, number>()
  for (const group of groupOfItem) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  const order = shuffled([...sizes.keys()].sort(), seed).sort((a, b) => sizes.get(b)! - sizes.get(a)!)
  const filled = new Array<number>(folds).fill(0)
  const foldOf = new Map<string, number>()
  for (const group of order) {
    const fold = filled.indexOf(Math.min(...filled))
    foldOf.set(group, fold)
    filled[fold]! += sizes.get(group)!
  }
  return Int32Array.from(groupOfItem, (group) => foldOf.get(group)!)
}

/** A seeded shuffle (Fisher and Yates) of a copy. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const { integer } = createRandom(seed)
  const copy = [...items]
  for (let i = copy.length - 1; i > 0; i--) {
    const other = integer(i + 1)
    ;[copy[i], copy[other]] = [copy[other]!, copy[i]!]
  }
  return copy
}
