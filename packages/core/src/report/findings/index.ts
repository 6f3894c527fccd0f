import type { View } from '../view.ts'
import { bestSentences } from './best.ts'
import { fairnessSentences } from './fairness.ts'
import type { Finding } from './finding.ts'
import { tieSentences } from './tie.ts'
import { tradeoffSentences } from './tradeoff.ts'
import { warningSentences } from './warning.ts'

/** The kinds of findings in the order a report gives them. A new one is a file and a line. */
export const FINDING_KINDS: Readonly<Record<Finding['kind'], { readonly title: string; readonly sentences: (view: View) => string[] }>> = {
  best: { title: 'Best', sentences: bestSentences },
  tie: { title: 'Tied', sentences: tieSentences },
  tradeoff: { title: 'Trade-off', sentences: tradeoffSentences },
  fairness: { title: 'Fairness', sentences: fairnessSentences },
  warning: { title: 'Note', sentences: warningSentences },
}

/** Everything a report says in sentences; each renderer prints the same ones. */
export function findingsOf(view: View): Finding[] {
  return (Object.keys(FINDING_KINDS) as Finding['kind'][]).flatMap((kind) => FINDING_KINDS[kind].sentences(view).map((message) => ({ kind, message })))
}

export type { Finding } from './finding.ts'
