import type { Asked } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'

export type Row = Readonly<Record<string, unknown>>

/** Asks every component at once: what those answered that could, and why the others could not. */
export async function answersOf<Q, A>(questions: Readonly<Record<Asked, Q>>, ask: (question: Q) => Promise<A>) {
  const answers: Partial<Record<Asked, A>> = {}
  const unavailable: Partial<Record<Asked, string>> = {}
  const asked = Object.entries(questions) as [Asked, Q][]
  await Promise.all(
    asked.map(async ([component, question]) => {
      try {
        answers[component] = await ask(question)
      } catch (error) {
        if (!(error instanceof BenchcastError)) throw error
        unavailable[component] = error.message
      }
    }),
  )
  return { answers, unavailable }
}

/** Rows with a duration in each: of one that has not ended, the seconds until now. */
export const timed = (rows: readonly Row[] = [], now: string): readonly Row[] =>
  rows.map((row) => (typeof row.duration === 'number' ? row : { ...row, duration: Math.max(0, (Date.parse(now) - Date.parse(row.started_at as string)) / 1000) }))

/** Rows with a throughput in each: what could not be measured did nothing in its time, and its status says so. */
export const measured = (rows: readonly Row[]): readonly Row[] => rows.map((row) => (typeof row.throughput === 'number' ? row : { ...row, throughput: 0 }))
