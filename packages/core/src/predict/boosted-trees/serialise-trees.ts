import { BenchcastError } from '../../errors.ts'
import { type BinarySections, readSections, writeSections } from './binary-sections.ts'
import { isLeaf, LEAF, type TreeEnsemble } from './tree-ensemble.ts'

const FORMAT = 'benchcast-trees-1'
/** What the byte of a leaf says; an inner node's byte is its test. */
const LEAF_KIND = 255

interface Header {
  readonly format: string
  readonly base: number
  readonly featureNames: readonly string[]
  readonly categorical: readonly boolean[]
  readonly cutCounts: readonly number[]
}

/** An ensemble as bytes: the same ensemble gives the same bytes. About 10 bytes a leaf and 4 an inner node. */
export function serialiseTrees(ensemble: TreeEnsemble): Uint8Array {
  const { base, featureNames, bins, feature, test, threshold, value, weight, categorySets, gain } = ensemble
  const all = Array.from(feature.keys())
  const leaves = all.filter((node) => isLeaf(ensemble, node))
  const inner = all.filter((node) => !isLeaf(ensemble, node))
  const header: Header = { format: FORMAT, base, featureNames, categorical: bins.map(({ categorical }) => categorical), cutCounts: bins.map(({ cuts }) => cuts.length) }
  const sections: BinarySections = {
    gain,
    cuts: Float64Array.from(bins.flatMap(({ cuts }) => [...cuts])),
    values: Float32Array.from(leaves, (node) => value[node]!),
    weights: Float32Array.from(leaves, (node) => weight[node]!),
    categorySets,
    thresholds: compact(inner.map((node) => threshold[node]!)),
    features: compact(inner.map((node) => feature[node]!)),
    kinds: Uint8Array.from(all, (node) => (isLeaf(ensemble, node) ? LEAF_KIND : test[node]!)),
  }
  return writeSections(header, sections)
}

/**
 * The ensemble that `serialiseTrees` wrote; its predictions are the same to the last bit.
 *
 * @throws BenchcastError `invalid_data` when the bytes are something else.
 */
export function parseTrees(bytes: Uint8Array): TreeEnsemble {
  const { header, sections } = readSections<Header>(bytes)
  if (header.format !== FORMAT) throw new BenchcastError('invalid_data', `These bytes are no boosted trees of format ${FORMAT}: write them again with this version.`)
  const nodes = emptyNodes(sections.kinds!.length)
  const roots: number[] = []
  const depths: number[] = []
  let inner = 0
  let leaf = 0
  /** Reads the node at `at` and what is below it. Returns the node after it, and its depth. */
  const read = (at: number): readonly [next: number, depth: number] => {
    const kind = sections.kinds![at]!
    if (kind === LEAF_KIND) {
      nodes.value[at] = sections.values![leaf]!
      nodes.weight[at] = sections.weights![leaf++]!
      nodes.threshold[at] = LEAF
      nodes.skip[at] = LEAF
      return [at + 1, 0]
    }
    nodes.test[at] = kind
    nodes.feature[at] = sections.features![inner]!
    nodes.threshold[at] = sections.thresholds![inner++]!
    const [middle, left] = read(at + 1)
    nodes.skip[at] = middle - at - 1
    const [next, right] = read(middle)
    return [next, 1 + Math.max(left, right)]
  }
  for (let at = 0; at < nodes.test.length; ) {
    roots.push(at)
    const [next, depth] = read(at)
    depths.push(depth)
    at = next
  }
  return {
    featureNames: header.featureNames,
    bins: splitCuts(header, sections.cuts as Float64Array),
    base: header.base,
    roots: Int32Array.from(roots),
    depths: Uint8Array.from(depths),
    ...nodes,
    categorySets: sections.categorySets as Uint32Array,
    gain: sections.gain as Float64Array,
  }
}

const emptyNodes = (count: number) => ({
  feature: new Uint16Array(count),
  test: new Uint8Array(count),
  threshold: new Int32Array(count),
  skip: new Int32Array(count),
  value: new Float32Array(count),
  weight: new Float32Array(count),
})

function splitCuts({ categorical, cutCounts }: Header, cuts: Float64Array): TreeEnsemble['bins'] {
  let end = 0
  return cutCounts.map((count, i) => {
    end += count
    return { categorical: categorical[i]!, cuts: cuts.slice(end - count, end) }
  })
}

/** The narrowest array of whole numbers that holds the values. */
function compact(values: readonly number[]): Uint8Array | Uint16Array | Uint32Array {
  const most = values.reduce((max, value) => Math.max(max, value), 0)
  return most < 2 ** 8 ? Uint8Array.from(values) : most < 2 ** 16 ? Uint16Array.from(values) : Uint32Array.from(values)
}
