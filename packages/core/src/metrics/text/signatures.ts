import type { Texts } from '../inputs.ts'

const SIGNATURES = {
  bleu: 'case:mixed|eff:no|tok:13a|smooth:exp',
  chrf: 'case:mixed|eff:yes|nc:6|nw:0|space:no',
  ter: 'case:lc|tok:tercom|norm:no|punct:yes|asian:no',
} as const

/** The version whose values we reproduce. */
const SACREBLEU = '2.6.0'

/**
 * sacrebleu's signatures for these texts, to print beside BLEU, chrF and TER:
 * `textSignatures(input).bleu` is `nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:2.6.0`; `nrefs:var` where rows differ.
 */
export function textSignatures(input: Texts): Record<keyof typeof SIGNATURES, string> {
  const counts = new Set(input.references.map((references) => references.length))
  const references = counts.size === 1 ? [...counts][0] : 'var'
  const signature = (id: keyof typeof SIGNATURES) => `nrefs:${references}|${SIGNATURES[id]}|version:${SACREBLEU}`
  return { bleu: signature('bleu'), chrf: signature('chrf'), ter: signature('ter') }
}
