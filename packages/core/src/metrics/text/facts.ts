/** What every metric over texts says about itself; each adds the rest. */
export const TEXT_FACTS = {
  category: 'text',
  input: 'texts',
  tasks: ['text_generation', 'multimodal'],
  unit: '',
  version: 1,
  params: [],
  symmetric: false,
  weighted: false,
} as const

/** An error metric's perfect value and direction. */
export const ERROR_FACTS = { ...TEXT_FACTS, better: 'lower', range: [0, Number.POSITIVE_INFINITY], perfect: 0 } as const

/** A share of agreement between 0 and 1. */
export const AGREEMENT_FACTS = { ...TEXT_FACTS, better: 'higher', range: [0, 1], perfect: 1 } as const

/** A score on the scale 0 to 100 that machine translation uses. */
export const HUNDRED_FACTS = { ...TEXT_FACTS, better: 'higher', range: [0, 100], perfect: 100 } as const
