import { hash } from '../../packages/core/src/predict/prior/out-of-fold.ts'
import type { Tier } from '../../packages/core/src/predict/residual/tiers.ts'
import type { Measured } from './measurements.ts'

/** A way of holding measurements back, as the goals name it. */
export interface Protocol {
  readonly name: string
  /** The learners it exercises. */
  readonly tiers: readonly Tier[]
  /** Rows that training must not see. */
  readonly isHidden: (row: Measured) => boolean
  /** Hidden rows that are predicted. */
  readonly isJudged: (row: Measured) => boolean
  readonly hidesDevices: boolean
  /** Hidden rows that may be given away as few shots. */
  readonly isShot: (row: Measured) => boolean
}

const NO_SHOTS = { hidesDevices: false, isShot: () => false }

/** One in five architectures, by hash. */
const isHiddenArchitecture = ({ facts }: Measured, fold: number): boolean => hash(`architecture ${facts.architecture}`) % 5 === fold

/** Four whole families per fold: of different kinds in the first two, in the others drawn by hash among those of at least 100 rows that are no whole data set. */
const FAMILIES: readonly (readonly string[])[] = [
  ['convnextv2', 'regnetx', 'pose_estimation', 'mobilenetv2'],
  ['maxvit', 'seresnext', 'detection', 'dla'],
  ['seresnet', 'regnet', 'vgg', 'vitamin'],
  ['seresnext', 'vit_so', 'edgenext', 'maxvit'],
  ['rexnet', 'hrnet', 'cait', 'xcit'],
  ['crossvit', 'pose_estimation', 'sam', 'convnextv2'],
  ['resnetrs', 'efficientnet', 'nfnet', 'coat'],
  ['swinv2', 'cs3', 'semantic_segmentation', 'pvt'],
]

/** Devices like those of the held-out part: a big one of each large source with a sibling that stays, the others by name; per fold. */
const DEVICES: readonly (readonly string[])[] = [
  ['NVIDIA RTX PRO 6000 Blackwell Max-Q', 'NVIDIA H200 SXM', 'NVIDIA L40S', 'NVIDIA V100 32GB SXM', 'Samsung Galaxy S25', 'QCS8450 (Proxy)', 'Apple M3 Max (40c GPU)', 'AMD Instinct MI250 (1 GCD)'],
  ['NVIDIA GeForce RTX 4090', 'NVIDIA GB200', 'NVIDIA RTX A6000', 'NVIDIA H100 80GB PCIe', 'SA8775P ADP', 'Snapdragon X Elite CRD', 'Apple M1 Max (32c GPU)', 'Intel Data Center GPU Flex 170'],
]

function isHiddenDevice({ facts: { workload } }: Measured, fold: number): boolean {
  const { name } = workload.device
  if (DEVICES.flat().includes(name)) return DEVICES[fold]!.includes(name)
  const small = workload.platform === 'cpu' || workload.platform === 'openvino' || workload.platform === 'mps'
  return small && workload.source !== 'timm' && hash(`device ${name}`) % 9 === fold
}

const unseenModel = (fold: number): Protocol => {
  const isHidden = (row: Measured) => isHiddenArchitecture(row, fold)
  return { name: 'unseen model', tiers: ['known-device', 'all-new'], isHidden, isJudged: isHidden, ...NO_SHOTS }
}

const unseenFamily = (fold: number): Protocol => {
  const isHidden = ({ facts }: Measured) => FAMILIES[fold]!.includes(facts.family)
  return { name: 'unseen family', tiers: ['known-device', 'all-new'], isHidden, isJudged: isHidden, ...NO_SHOTS }
}

/** One in five pairs of device and architecture, by hash: both were measured, but for most not with each other. */
const unseenPair = (fold: number): Protocol => {
  const isHidden = ({ facts }: Measured) => hash(`pair ${facts.workload.device.id} ${facts.architecture}`) % 5 === fold
  return { name: 'unseen pair', tiers: ['known-device', 'known-model', 'all-new'], isHidden, isJudged: isHidden, ...NO_SHOTS }
}

const unseenDevice = (fold: number): Protocol => {
  const isHidden = (row: Measured) => isHiddenDevice(row, fold)
  return { name: 'unseen device', tiers: ['known-model', 'all-new'], isHidden, isJudged: isHidden, hidesDevices: true, isShot: isHidden }
}

const bothUnseen = (fold: number): Protocol => ({
  name: 'both unseen',
  tiers: ['known-model', 'all-new'],
  isHidden: (row) => isHiddenDevice(row, fold) || isHiddenArchitecture(row, fold + 2),
  isJudged: (row) => isHiddenDevice(row, fold) && isHiddenArchitecture(row, fold + 2),
  hidesDevices: true,
  isShot: (row) => isHiddenDevice(row, fold) && !isHiddenArchitecture(row, fold + 2),
})

/** A protocol, the folds that its figures are of, and further draws. */
interface FoldedProtocol {
  readonly name: string
  readonly make: (fold: number) => Protocol
  readonly folds: readonly number[]
  readonly more?: readonly number[]
}

/** Every protocol with its folds. Never a random row split: it flatters everything. */
export const PROTOCOLS: readonly FoldedProtocol[] = [
  { name: 'unseen model', make: unseenModel, folds: [1, 2], more: [0, 3, 4] },
  { name: 'unseen family', make: unseenFamily, folds: [0, 1], more: [2, 3, 4, 5, 6, 7] },
  { name: 'unseen pair', make: unseenPair, folds: [0], more: [1, 2, 3, 4] },
  { name: 'unseen device', make: unseenDevice, folds: [0, 1] },
  { name: 'both unseen', make: bothUnseen, folds: [0, 1] },
]
