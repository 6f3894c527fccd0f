import { mean, wilcoxonSignedRank } from '../../stats/index.ts'

/** Mean |log error| of a candidate by pair of model and device, on the same held-out pairs for all. */
export interface Contender {
  /** As a sentence names it: `the shipped predictor with calibration`. */
  readonly title: string
  readonly losses: Float64Array
}

/** Whether a challenger is to serve. */
export interface Verdict {
  readonly better: boolean
  /** For a person: what was compared, what came out, what follows. */
  readonly reason: string
  /** Two-sided p-value of Wilcoxon's signed-rank test over pairs, against the best incumbent. */
  readonly pValue: number
  /** Share by which the mean loss fell; negative when it rose. */
  readonly gain: number
}

/** Least share by which the loss must fall: less is not worth a change. */
const LEAST_GAIN = 0.02
const SIGNIFICANCE = 0.05

/**
 * The challenger serves only if its mean |log error| over held-out pairs is at least 2 % below that of the best incumbent and Wilcoxon's signed-rank test over the pairs supports it at 5 %.
 *
 * @example judge({ title: 'the new predictor', losses }, [{ title: 'the shipped predictor', losses: others }]).better
 */
export function judge(challenger: Contender, incumbents: readonly Contender[]): Verdict {
  const best = incumbents.reduce((a, b) => (mean(b.losses) < mean(a.losses) ? b : a))
  const loss = mean(challenger.losses)
  const against = mean(best.losses)
  const gain = against > 0 ? 1 - loss / against : 0
  const { pValue } = wilcoxonSignedRank(best.losses.map((other, pair) => other - challenger.losses[pair]!))
  const isLarge = gain >= LEAST_GAIN
  const isCertain = pValue <= SIGNIFICANCE
  const figures = `On ${challenger.losses.length} held-out pairs of model and device its typical error is ${percent(Math.expm1(loss))}, that of ${best.title} ${percent(Math.expm1(against))}`
  return { better: isLarge && isCertain, reason: `${figures}${conclusion({ gain, isLarge, isCertain, pValue })}${fallenBehind(best, incumbents)}`, pValue, gain }
}

function conclusion({ gain, isLarge, isCertain, pValue }: { readonly gain: number; readonly isLarge: boolean; readonly isCertain: boolean; readonly pValue: number }): string {
  const p = pValue < 0.001 ? 'p < 0.001' : `p = ${pValue.toFixed(3)}`
  if (isLarge && isCertain) return ` (${percent(gain)} less, ${p}): it is better and can serve.`
  if (gain <= 0) return ': it is not better and does not serve.'
  if (!isLarge) return `: ${percent(gain)} less is too little to change (${percent(LEAST_GAIN)} are asked for), so it does not serve.`
  return `: ${percent(gain)} less, but that may be chance (${p}), so it does not serve; measure more models or devices and train again.`
}

/** The last incumbent is the one that serves. */
function fallenBehind(best: Contender, incumbents: readonly Contender[]): string {
  const serving = incumbents.at(-1)!
  return serving === best ? '' : ` The predictor that serves is worse than ${best.title} (typical error ${percent(Math.expm1(mean(serving.losses)))}): consider going back to that.`
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
