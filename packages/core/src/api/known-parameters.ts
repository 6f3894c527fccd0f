import { z } from 'zod'
import { editsBetween } from '../words/index.ts'

const MOST_EDITS = 3

/**
 * The word that was probably meant; undefined when none is like it.
 *
 * @example meant('model_nmae', ['model_name', 'precision']) // 'model_name'
 */
export function meant(word: string, words: readonly string[]): string | undefined {
  const near = words.map((each) => ({ each, edits: editsBetween(word.toLowerCase(), each) })).filter(({ edits, each }) => edits <= Math.min(MOST_EDITS, each.length / 2))
  return near.toSorted((a, b) => a.edits - b.edits)[0]?.each ?? words.find((each) => word.length >= 4 && (each.includes(word) || word.includes(each)))
}

/** Parameters of a query, of which an unknown one is refused with the name that was probably meant: a filter that is silently ignored would answer with rows nobody asked for. */
export const known = <Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> =>
  z
    .looseObject(shape)
    .superRefine(refuseOthers(shape, (guess) => (guess === undefined ? ': the documentation at /docs lists the filters' : `: ${guess} was probably meant`))) as unknown as z.ZodObject<Shape>

/** An object of a body whose members decide what is answered, of which an unknown one that has a value is refused, with the names there are: a limit that is silently ignored would be taken for kept. */
export const knownMembers = <Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> =>
  z
    .object(shape)
    .catchall(z.unknown().meta({ jsonSchema: { type: 'null' } }))
    .superRefine(refuseOthers(shape, (guess) => `${guess === undefined ? '' : `, ${guess} was probably meant`}: there are ${Object.keys(shape).join(', ')}`)) as unknown as z.ZodObject<Shape>

/** A check that names what it does not know. A member that is null was not given. */
const refuseOthers = (shape: z.ZodRawShape, advice: (guess: string | undefined) => string) => (value: object, context: z.core.$RefinementCtx) => {
  const names = Object.keys(shape)
  for (const [key, content] of Object.entries(value)) {
    if (names.includes(key) || content === null) continue
    context.addIssue({ code: 'custom', path: [key], message: `is not known${advice(meant(key, names))}`, input: value })
  }
}
