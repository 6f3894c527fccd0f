import { nearWords } from '../../words/index.ts'
import { factsOf } from '../facts/facts.ts'
import { CATEGORIES } from '../residual/features.ts'
import type { Workload } from '../workload.ts'

/** Columns of words that measurements share; models and devices have catalogues of their own. */
export const WORD_COLUMNS = ['framework', 'precision', 'phase', 'unit', 'layout'] as const
export type WordColumn = (typeof WORD_COLUMNS)[number]

/** What says a word of a workload. A framework is known by its name, whatever the version. */
const CATEGORY_OF = new Map(CATEGORIES.map(({ name, of }) => [name, of]))
const shared = (column: WordColumn, word: string): string => (column === 'framework' ? word.split('-')[0]! : word)

/** The words that measurements have, by column. */
export class KnownWords {
  readonly #words: ReadonlyMap<WordColumn, ReadonlySet<string>>
  readonly #nearest = new Map<string, string | undefined>()

  /**
   * @param learnt words of the measurements that an estimator has learnt; of a column that it does not tell, every word counts as known
   * @param own what the caller has measured
   */
  constructor(learnt: Readonly<Record<string, readonly string[]>>, own: readonly Workload[]) {
    const told = WORD_COLUMNS.filter((column) => learnt[column] !== undefined)
    this.#words = new Map(told.map((column) => [column, new Set([...learnt[column]!, ...own.flatMap((workload) => CATEGORY_OF.get(column)!(factsOf(workload)) ?? [])])]))
  }

  /** Whether a measurement has the word. */
  has(column: WordColumn, word: string): boolean {
    return this.#words.get(column)?.has(shared(column, word)) ?? true
  }

  /** The known word that is spelt most like it; undefined when none is like it. */
  nearest(column: WordColumn, word: string): string | undefined {
    const key = `${column} ${word}`
    if (!this.#nearest.has(key)) this.#nearest.set(key, nearWords(shared(column, word), [...(this.#words.get(column) ?? [])])[0])
    return this.#nearest.get(key)
  }
}
