import type { Metric } from '../metric.ts'
import { bleu } from './bleu.ts'
import { exactMatch } from './exact-match.ts'
import { ROUGE } from './rouge.ts'
import { tokenF1 } from './token-f1.ts'

export const TEXT_METRICS: readonly Metric[] = [exactMatch, tokenF1, bleu, ...ROUGE]
