import { CATEGORY_TEST, LEAF, SET_WORDS, type TreeEnsemble } from './tree-ensemble.ts'

/** 32-bit words of a node: feature, test, threshold, skip. A step then reads one cache line instead of four. */
const WORDS = 4

const packed = new WeakMap<TreeEnsemble, Int32Array>()

/** Nodes of all trees side by side; made when an ensemble is first asked about few rows. */
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
 * Adds to `sum` the value of a row's leaf in each tree, `start` being the row's first bin. Four trees go together, so that their steps do not wait for each other, and only as deep as the row does:
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

/** Where a row goes from a node; from a leaf to itself. Sign bits instead of a branch, as in predict-trees.ts. */
function below(nodes: Int32Array, categorySets: Uint32Array, binned: Uint8Array, start: number, at: number): number {
  const bin = binned[start + nodes[at]!]!
  const side = nodes[at + 1]!
  const limit = nodes[at + 2]!
  const goesRight = side === CATEGORY_TEST ? 1 - ((categorySets[limit * SET_WORDS + (bin >>> 5)]! >>> (bin & 31)) & 1) : ((limit - bin) | (bin - side)) >>> 31
  return at + WORDS + ((WORDS * nodes[at + 3]!) & -goesRight)
}
