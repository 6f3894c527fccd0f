import { MAX_BINS } from '../boosted-trees/feature-bins.ts'
import { CATEGORY_TEST } from '../boosted-trees/tree-ensemble.ts'
import { ascending, type Check, fields, listOf, numberIn, refusal, wholeIn } from './checks.ts'
import { type TreeJson, type TreesJson, treeShape } from './trees-json.ts'

/** What a feature of the trees may be: words have as many codes as there are words. */
export interface FeatureFacts {
  readonly name: string
  /** Undefined for a number. */
  readonly words: readonly string[] | undefined
}

const MOST_TREES = 5000
const MOST_NODES_OF_TREE = 4095
const MOST_NODES = 1_000_000
const DEEPEST = 64
/** Logarithms beyond these are no speeds: a factor of e^50. */
const log = numberIn(-50, 50)
const finite = numberIn(-Number.MAX_VALUE, Number.MAX_VALUE)
const cuts = ascending(listOf(finite, 0, MAX_BINS - 1), true)
const leafWeight = numberIn(1e-9, 1e12)

/** Checks trees so that they can be walked safely: every index is inside, every list of nodes is one tree. */
export function checkTrees(features: readonly FeatureFacts[]): Check<TreesJson> {
  const checkShape = fields<TreesJson>({
    base: log,
    cuts: listOf(cuts, features.length, features.length),
    trees: listOf((tree) => tree as TreeJson, 0, MOST_TREES),
    gain: listOf(numberIn(0, Number.MAX_VALUE), 0, features.length),
  })
  return (value, place) => {
    const trees = checkShape(value, place)
    trees.cuts.forEach((codes, i) => {
      const { name, words } = features[i]!
      if (words !== undefined && codes.some((code) => !Number.isInteger(code) || code < 0 || code >= words.length))
        throw refusal(`${place}.cuts[${i}]`, `be codes of the ${words.length} words of '${name}'`)
    })
    let nodes = 0
    const checked = trees.trees.map((tree, i) => {
      const read = checkTree(tree, `${place}.trees[${i}]`, features, trees.cuts)
      nodes += read.length
      if (nodes > MOST_NODES) throw refusal(`${place}.trees`, `have at most ${MOST_NODES} nodes`)
      return read
    })
    return { ...trees, trees: checked }
  }
}

function checkTree(value: unknown, place: string, features: readonly FeatureFacts[], allCuts: readonly (readonly number[])[]): TreeJson {
  const tree = listOf((node, at) => checkNode(node, at, features, allCuts), 1, MOST_NODES_OF_TREE)(value, place)
  const shape = treeShape(tree)
  if (shape === undefined) throw refusal(place, 'be one tree in preorder, each split followed by its left side and then its right side')
  if (shape.depth > DEEPEST) throw refusal(place, `be at most ${DEEPEST} splits deep`)
  return tree
}

function checkNode(node: unknown, place: string, features: readonly FeatureFacts[], allCuts: readonly (readonly number[])[]): TreeJson[number] {
  if (!Array.isArray(node) || (node.length !== 2 && node.length !== 3)) throw refusal(place, 'be a leaf [value, weight] or a split [feature, bin, kind]')
  if (node.length === 2) return [log(node[0], place), leafWeight(node[1], place)]
  const feature = wholeIn(0, features.length - 1)(node[0], place)
  const kind = wholeIn(0, CATEGORY_TEST)(node[2], place)
  const isWord = features[feature]!.words !== undefined
  if (isWord !== (kind === CATEGORY_TEST)) throw refusal(place, isWord ? `ask '${features[feature]!.name}' for a list of words (kind 2)` : `ask '${features[feature]!.name}' for a bin (kind 0 or 1)`)
  const bins = allCuts[feature]!.length + 1
  return [feature, isWord ? listOf(wholeIn(0, bins), 0, bins + 1)(node[1], place) : wholeIn(0, bins)(node[1], place), kind]
}
