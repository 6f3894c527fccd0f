import { macsPerActivation, OPERATOR_NUMBERS, type OperatorNumbers, operatorsOfAny, TYPICAL_OPERATORS } from '../../models/operators.ts'
import type { Facts } from '../facts/facts.ts'
import { numberFormat, peakOperations } from '../roofline/number-format.ts'
import { LAUNCH_SECONDS, TRAINING_PASSES } from '../roofline/roofline.ts'

/** A kind of work, and log of how many times longer than the device's limits allow it usually takes. */
interface KindOfWork {
  readonly name: string
  readonly usual: number
}

/** What a pass of a model that is given whole items is made of. How far each usually is from the limits comes from one fit to all public measurements, rounded. */
export const KINDS_OF_WORK: readonly KindOfWork[] = [
  { name: 'convolutions of several pixels', usual: 0.9 },
  { name: 'matrix products', usual: 0.7 },
  { name: 'depthwise convolutions', usual: 3 },
  { name: 'grouped convolutions', usual: 0.8 },
  { name: 'products of attention', usual: 1.7 },
  { name: 'outputs of products', usual: 0.1 },
  { name: 'everything that multiplies nothing', usual: -0.25 },
  { name: 'weights', usual: 0.3 },
  { name: 'starting kernels', usual: 0.9 },
  { name: 'a pass', usual: 0.3 },
]

/** Kernels that a pass takes even where there is little to do: getting items in and out. */
const KERNELS_OF_A_PASS = 30
/** A layer starts a kernel for what it multiplies and one for what follows. */
const KERNELS_OF_A_LAYER = 2
const place = (name: string): number => OPERATOR_NUMBERS.indexOf(name)
const [KERNELS, MOVED] = [place('kernels'), place('moved_per_activation')]
const SHARES = ['windowed_share', 'depthwise_share', 'grouped_share', 'attention_share'].map(place)

interface Limits {
  readonly secondsPerMac: number
  readonly secondsPerByte: number
  readonly secondsPerKernel: number
}

function limitsOf({ workload, itemsPerPass, busyDevices }: Facts): Limits {
  const passes = workload.mode === 'training' ? TRAINING_PASSES : 1
  return {
    secondsPerMac: (2 * passes) / (peakOperations(workload.device, numberFormat(workload.precision)) * busyDevices),
    secondsPerByte: passes / (workload.device.memoryBytesPerSecond * busyDevices),
    secondsPerKernel: (passes * LAUNCH_SECONDS[workload.platform]) / Math.max(1, itemsPerPass / busyDevices) / busyDevices,
  }
}

/** Seconds that each kind of work takes one item at the device's limits, in the order of {@link KINDS_OF_WORK}. */
export function secondsByKind(facts: Facts): number[] {
  const { workload, macs, weightBytes, itemsPerPass, baseName, architecture } = facts
  const { secondsPerMac, secondsPerByte, secondsPerKernel } = limitsOf(facts)
  const counted = facts.operators ?? operatorsOfAny(baseName, architecture)
  const operators = counted ?? TYPICAL_OPERATORS
  const activationBytes = activationsOf(facts, counted) * numberFormat(workload.precision).activationBytes
  const [windowed, depthwise, grouped, attention] = SHARES.map((share) => operators[share]! / 1000) as [number, number, number, number]
  const matrix = Math.max(0, 1 - windowed - depthwise - grouped - attention)
  const kernels = counted === undefined ? KERNELS_OF_A_LAYER * facts.layers : operators[KERNELS]!
  return [
    ...[windowed, matrix, depthwise, grouped, attention].map((share) => share * macs * secondsPerMac),
    2 * activationBytes * secondsPerByte,
    (operators[MOVED]! / 1000) * activationBytes * secondsPerByte,
    (weightBytes / itemsPerPass) * secondsPerByte,
    kernels * secondsPerKernel,
    KERNELS_OF_A_PASS * secondsPerKernel,
  ]
}

const activationsOf = ({ known, activations, macs }: Facts, counted: OperatorNumbers | undefined): number =>
  known.activations || counted === undefined ? activations : macs / macsPerActivation(counted)
