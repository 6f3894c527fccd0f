/** How similar two workloads on one device are: a sum of smooth functions of costs, name, family and architecture, damped where traits differ. */
export interface Kernel {
  readonly name: string
  /** Length scales of the coordinates, in natural logarithms: how far two workloads may differ before what is known of one says little about the other. In the order of `COSTS`. */
  readonly scales: readonly number[]
  /** Shares of the prior variance of log(throughput / roofline). `linear` carries trends beyond the measured sizes. */
  readonly amplitudes: Readonly<Record<'costs' | 'name' | 'costsAndName' | 'family' | 'costsAndFamily' | 'architecture' | 'linear', number>>
  /** How fast similarity falls with the cosine of names. */
  readonly nameScale: number
  /** Within a family costs may differ more (below 1) or less. */
  readonly familyReach: number
  /** Least variance of what no feature explains. */
  readonly noise: number
  /** Powers of e by which similarity falls when a trait differs, in the order of `TRAITS`. */
  readonly penalties: readonly number[]
  /** True when it also compares what architectures are made of: right where most of them were counted. */
  readonly readsOperators: boolean
}

const IMAGE_CLASSIFIERS: Kernel = {
  name: 'image classifiers on graphics cards',
  scales: [22, 50, 4.7, 0.65, 4, 2, 1, 1.5, 0.7, 0.7, 1.5, 3],
  amplitudes: { costs: 0.19, name: 0.14, costsAndName: 0.03, family: 0.25, costsAndFamily: 0.34, architecture: 0.001, linear: 0.001 },
  nameScale: 2.4,
  familyReach: 0.43,
  noise: 0.0006,
  penalties: [3, 1.2, 0.15, 0.8, 3, 0.3, 0.5, 0.5],
  readsOperators: false,
}

/**
 * Kernels found by random search for the least leave-one-architecture-out error on one data set each; every data set then takes the one that predicts it best.
 * Named after what they were found on. The amplitudes of the one that reads operators were chosen by families left out.
 */
export const KERNELS: readonly Kernel[] = [
  IMAGE_CLASSIFIERS,
  {
    name: 'many kinds of models on neural accelerators',
    scales: [3.7, 78, 5.6, 0.44, 14, 2, 7.5, 0.62, 0.72, 0.28, 3.1, 1.2],
    amplitudes: { costs: 0.31, name: 0.006, costsAndName: 0.035, family: 0.13, costsAndFamily: 0.13, architecture: 0.001, linear: 0.014 },
    nameScale: 1.65,
    familyReach: 1.36,
    noise: 0.0005,
    penalties: [19, 3, 0.53, 1.45, 3, 0.2, 0.06, 0.4],
    readsOperators: false,
  },
  {
    name: 'small networks on processors',
    scales: [10, 73, 4.4, 1.5, 2.1, 1.9, 1.9, 1.2, 1.4, 0.86, 1.1, 2.2],
    amplitudes: { costs: 0.17, name: 0.015, costsAndName: 0.019, family: 0.02, costsAndFamily: 1.7, architecture: 0.002, linear: 0.006 },
    nameScale: 12,
    familyReach: 0.3,
    noise: 0.0007,
    penalties: [8, 0.46, 0.13, 0.58, 8, 3.4, 1.1, 0.09],
    readsOperators: false,
  },
  {
    name: 'language models served to many',
    scales: [100, 39, 5.4, 0.82, 1.6, 2.4, 2.3, 7.5, 3.7, 19, 1.3, 3],
    amplitudes: { costs: 0.29, name: 0.023, costsAndName: 0.012, family: 0.09, costsAndFamily: 4.2, architecture: 0.0005, linear: 0.0002 },
    nameScale: 5,
    familyReach: 0.53,
    noise: 0.0011,
    penalties: [11, 0.24, 0.28, 0.33, 16, 0.13, 0.54, 0.29],
    readsOperators: false,
  },
  {
    name: 'few models in an optimising runtime',
    scales: [17, 35, 3.4, 2.6, 1.1, 2.4, 0.65, 2, 0.2, 1.6, 0.86, 7.4],
    amplitudes: { costs: 0.34, name: 0.34, costsAndName: 0.04, family: 0.04, costsAndFamily: 0.24, architecture: 0.001, linear: 0.0015 },
    nameScale: 9,
    familyReach: 0.41,
    noise: 0.0024,
    penalties: [4.9, 2, 0.43, 0.46, 3.1, 1.5, 0.14, 0.89],
    readsOperators: false,
  },
  {
    name: 'language models in browsers',
    scales: [1.1, 39, 4.8, 0.6, 1.1, 2.1, 0.47, 0.92, 0.89, 0.14, 7.9, 3],
    amplitudes: { costs: 0.068, name: 0.016, costsAndName: 0.03, family: 0.18, costsAndFamily: 0.54, architecture: 0.0005, linear: 0.0005 },
    nameScale: 0.35,
    familyReach: 0.16,
    noise: 0.0007,
    penalties: [8.6, 2.1, 0.11, 0.88, 7.3, 0.24, 0.26, 0.45],
    readsOperators: false,
  },
  {
    ...IMAGE_CLASSIFIERS,
    name: 'image classifiers on graphics cards, by their operators',
    amplitudes: { costs: 0.4, name: 0.03, costsAndName: 0.03, family: 0.05, costsAndFamily: 0.25, architecture: 0.001, linear: 0.004 },
    readsOperators: true,
  },
]
/** Noises tried beside the kernel's own. */
export const NOISES: readonly number[] = [0, 0.005, 0.03, 0.12]
