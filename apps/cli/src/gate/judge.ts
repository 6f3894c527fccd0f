import { holm } from '@benchcast/core/stats'
import type { Check, Gate, Judged } from './check.ts'

interface JudgeOptions {
  readonly level: number
  /** Only what chance does not explain fails; else whatever is worse. */
  readonly significant: boolean
}

/**
 * Judges all checks together: one fails when the value is worse and the p-value, adjusted for all checks (Holm), is at most 1 - level.
 * A threshold on a value without interval (a latency that was reported) is compared as it is; against a baseline such a value cannot fail.
 */
export function judge(checks: readonly Check[], { level, significant }: JudgeOptions): Gate {
  const tested = checks.filter(({ pValue }) => pValue !== undefined)
  const adjusted = new Map(holm(tested.map(({ pValue }) => pValue!)).map((p, i) => [tested[i]!, p]))
  const judged = checks.map((check): Judged => {
    const pAdjusted = adjusted.get(check)
    const isSure = !significant || (pAdjusted === undefined ? check.kind !== 'baseline' : pAdjusted <= 1 - level)
    return { ...check, pAdjusted, verdict: !check.isWorse ? 'passed' : isSure ? 'failed' : 'worse' }
  })
  return { passed: judged.every(({ verdict }) => verdict !== 'failed'), level, checks: judged }
}
