import type { Ink } from '../terminal/ink.ts'
import { wrapped } from '../terminal/text.ts'
import type { Gate, Judged } from './check.ts'

const MARKS = { passed: '✓', worse: '~', failed: '✗' } as const
const INDENT = '  '

/** One check as a sentence. */
export function sentence({ about, verdict, test, pAdjusted }: Judged): string {
  if (verdict === 'passed') return `${about}.`
  const p = pAdjusted === undefined ? '' : ` (${test.replaceAll('_', ' ')}, adjusted p ${pText(pAdjusted)})`
  if (verdict === 'worse') return `${about}. It is worse, but chance explains it${pAdjusted === undefined ? ': no interval tells' : ''}${p}.`
  return pAdjusted === undefined ? `${about}.` : `${about}. Chance does not explain it${p}.`
}

const pText = (p: number): string => (p < 0.0001 ? '< 0.0001' : `= ${Number(p.toPrecision(2))}`)

/** What the checks of a gate, or of a comparison that fails nothing, are headed by. */
const TITLES = {
  gate: (failed: number, all: number) => (failed === 0 ? 'Gate passed' : `Gate failed: ${failed} of ${all} checks`),
  comparison: (failed: number, all: number) => (failed === 0 ? 'Nothing is significantly worse' : `Significantly worse: ${failed} of ${all} values`),
} as const

/** The checks as a block of text, a mark before each. */
export function gateText({ checks }: Gate, width: number, ink: Ink, kind: keyof typeof TITLES = 'gate'): string {
  const lines = checks.flatMap((check) =>
    wrapped(sentence(check), width - INDENT.length - 2).map((line, i) => {
      const mark = i === 0 ? MARKS[check.verdict] : ' '
      return `${INDENT}${check.verdict === 'failed' ? ink.strong(mark) : ink.accent(mark)} ${line}`
    }),
  )
  const failed = checks.filter(({ verdict }) => verdict === 'failed').length
  return [ink.strong(TITLES[kind](failed, checks.length)), ...lines].join('\n')
}
