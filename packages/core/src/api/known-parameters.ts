import { z } from 'zod'

const MOST_EDITS = 3

/** Edits that turn one word into another: letters put in, left out or replaced. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row.at(-1)!
}

/**
 * The word that was probably meant; undefined when none is like it.
 *
 * @example meant('model_nmae', ['model_name', 'precision']) // 'model_name'
 */
export function meant(word: string, words: readonly string[]): string | undefined {
  const near = words.map((each) => ({ each, edits: editDistance(word.toLowerCase(), each) })).filter(({ edits, each }) => edits <= Math.min(MOST_EDITS, each.length / 2))
  return near.toSorted((a, b) => a.edits - b.edits)[0]?.each ?? words.find((each) => word.length >= 4 && (each.includes(word) || word.includes(each)))
}

/** Parameters of a query, of which an unknown one is refused with the name that was probably meant: a filter that is silently ignored would answer with rows nobody asked for. */
export function known<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> {
  const names = Object.keys(shape)
  const refuse = (value: object, context: z.core.$RefinementCtx) => {
    for (const key of Object.keys(value)) {
      if (names.includes(key)) continue
      const guess = meant(key, names)
      context.addIssue({
        code: 'custom',
        path: [key],
        message: `is not known${guess === undefined ? ': the documentation at /docs lists the filters' : `: ${guess} was probably meant`}`,
        input: value,
      })
    }
  }
  return z.looseObject(shape).superRefine(refuse) as unknown as z.ZodObject<Shape>
}
