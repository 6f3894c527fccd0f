import type { Metric } from '../metric.ts'
import { meanReciprocalRank } from './mean-reciprocal-rank.ts'
import { ndcgAt10 } from './ndcg-at-10.ts'
import { RECALL_AT } from './recall-at.ts'

export const RETRIEVAL_METRICS: readonly Metric[] = [...RECALL_AT, meanReciprocalRank, ndcgAt10]
