import { CATEGORY_TEST, LEAF, SET_WORDS, type TreeEnsemble } from './tree-ensemble.ts'

/** 32-bit words of a node: feature, test, threshold, skip. A step then reads one cache line instead of four. */
const WORDS = 4

const packed = new WeakMap<TreeEnsemble, Int32Array>()

/** Nodes of all trees side by side; made when an ensemble is first asked. */
function nodesOf(ensemble: TreeEnsemble): Int32Array {
  const known = packed.get(ensemble)
  if (known !== undefined) return known
  const { feature, test, threshold, skip } = ensemble
  const nodes = new Int32Array(skip.length * WORDS)
  for (let node = 0, at = 0; node < skip.length; node++) {
    nodes[at++] = feature[node]!
    nodes[at++] = test[node]!
    nodes[at++] = threshold[node]!
    nodes[at++] = skip[node]!
  }
  packed.set(ensemble, nodes)
  return nodes
}

/**
 * `sum` and the values of a row's leaves in all trees, `start` being the row's first bin. Four trees go together, so that their steps do not wait for each other, and only as deep as the deepest of them:
 * for few rows that is quicker than taking blocks of rows through tree after tree.
 */
export function walkRow(ensemble: TreeEnsemble, binned: Uint8Array, start: number, sum: number): number {
  const { roots, value, categorySets } = ensemble
  const nodes = nodesOf(ensemble)
  const last = roots.length - 1
  let total = sum
  for (let tree = 0; tree <= last; tree += 4) {
    let a = WORDS * roots[tree]!
    let b = WORDS * roots[Math.min(tree + 1, last)]!
    let c = WORDS * roots[Math.min(tree + 2, last)]!
    let d = WORDS * roots[Math.min(tree + 3, last)]!
    while ((nodes[a + 3]! & nodes[b + 3]! & nodes[c + 3]! & nodes[d + 3]!) !== LEAF) {
      a = below(nodes, categorySets, binned, start, a)
      b = below(nodes, categorySets, binned, start, b)
      c = below(nodes, categorySets, binned, start, c)
      d = below(nodes, categorySets, binned, start, d)
    }
    total += value[a / WORDS]!
    if (tree + 1 <= last) total += value[b / WORDS]!
    if (tree + 2 <= last) total += value[c / WORDS]!
    if (tree + 3 <= last) total += value[d / WORDS]!
  }
  return total
}

/** Adds to sums[from, to) the value of each row's leaf in one tree, four rows at a time for the same reason. */
export function walkTree(ensemble: TreeEnsemble, tree: number, binned: Uint8Array, from: number, to: number, sums: Float64Array): void {
  const { value, categorySets } = ensemble
  const nodes = nodesOf(ensemble)
  const width = ensemble.bins.length
  const root = WORDS * ensemble.roots[tree]!
  const last = to - 1
  for (let row = from; row < to; row += 4) {
    const startA = row * width
    const startB = Math.min(row + 1, last) * width
    const startC = Math.min(row + 2, last) * width
    const startD = Math.min(row + 3, last) * width
    let a = root
    let b = root
    let c = root
    let d = root
    while ((nodes[a + 3]! & nodes[b + 3]! & nodes[c + 3]! & nodes[d + 3]!) !== LEAF) {
      a = below(nodes, categorySets, binned, startA, a)
      b = below(nodes, categorySets, binned, startB, b)
      c = below(nodes, categorySets, binned, startC, c)
      d = below(nodes, categorySets, binned, startD, d)
    }
    sums[row]! += value[a / WORDS]!
    if (row + 1 <= last) sums[row + 1]! += value[b / WORDS]!
    if (row + 2 <= last) sums[row + 2]! += value[c / WORDS]!
    if (row + 3 <= last) sums[row + 3]! += value[d / WORDS]!
  }
}

/** Where a row goes from a node; from a leaf to itself. Sign bits instead of a branch: which way a row goes cannot be foreseen. */
function below(nodes: Int32Array, categorySets: Uint32Array, binned: Uint8Array, start: number, at: number): number {
  const bin = binned[start + nodes[at]!]!
  const side = nodes[at + 1]!
  const limit = nodes[at + 2]!
  const goesRight = side === CATEGORY_TEST ? 1 - ((categorySets[limit * SET_WORDS + (bin >>> 5)]! >>> (bin & 31)) & 1) : ((limit - bin) | (bin - side)) >>> 31
  return at + WORDS + ((WORDS * nodes[at + 3]!) & -goesRight)
}
