import type { Platform } from '../../hardware/hardware.ts'

/** How often people took or turned down a platform that was recommended for this model or its family. */
export interface FeedbackCount {
  readonly platform: Platform
  readonly accepted: number
  readonly rejected: number
}

/** No amount of feedback moves a score by more than this (natural logarithm, about 10 %): opinion breaks near-ties, it does not overrule figures. */
const LARGEST_SHIFT = 0.1
/** Answers it takes to get half way. */
const PATIENCE = 4

/**
 * How far feedback moves the log score of a platform, between -0.1 and 0.1: the surplus of acceptances over refusals, shrunk towards 0 while there are few answers.
 *
 * @example feedbackShift({ platform: 'cuda', accepted: 4, rejected: 0 }) // 0.05
 */
export const feedbackShift = ({ accepted, rejected }: FeedbackCount): number => (LARGEST_SHIFT * (accepted - rejected)) / (accepted + rejected + PATIENCE)
