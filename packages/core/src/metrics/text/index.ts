import type { Metric } from '../metric.ts'
import { anls } from './anls.ts'
import { bitsPerByte } from './bits-per-byte.ts'
import { bleu } from './bleu.ts'
import { chrf } from './chrf.ts'
import { ERROR_RATES } from './error-rate.ts'
import { exactMatch } from './exact-match.ts'
import { perplexity } from './perplexity.ts'
import { ROUGE } from './rouge.ts'
import { ter } from './ter.ts'
import { tokenF1 } from './token-f1.ts'
import { vqaAccuracy } from './vqa-accuracy.ts'

export const TEXT_METRICS: readonly Metric[] = [exactMatch, tokenF1, bleu, chrf, ter, ...ROUGE, ...ERROR_RATES, perplexity, bitsPerByte, vqaAccuracy, anls]

export { textSignatures } from './signatures.ts'
