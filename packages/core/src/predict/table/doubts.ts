import { isKnownPrecision } from '../../models/index.ts'
import { isKnownFormat } from '../roofline/number-format.ts'
import { type KnownWords, WORD_COLUMNS, type WordColumn } from './known-words.ts'
import type { TableRow } from './read-csv.ts'

/**
 * Cells that are read as something else than they say, each as a sentence without its end; a row is predicted all the same.
 *
 * @param words those that measurements have
 * @example doubtsOf({ precision: 'fp99', framework: 'pytroch-2.4' }, words)
 * // ['precision is "fp99", which is not known (the nearest is "fp16"); predicted as fp16', 'framework is "pytroch-2.4", which no measurement has (the nearest is "pytorch"); predicted as an unknown one']
 */
export function doubtsOf(row: TableRow, words: KnownWords): readonly string[] {
  const { precision = '', mode = '' } = row
  const near = (column: WordColumn, word: string): string => {
    const nearest = words.nearest(column, word)
    return nearest === undefined ? '' : ` (the nearest is "${nearest}")`
  }
  const strange = WORD_COLUMNS.flatMap((column) => {
    const word = row[column] ?? ''
    // Precisions that were never measured are computed all the same, in a known format.
    return word === '' || column === 'precision' || words.has(column, word) ? [] : [`${column} is "${word}", which no measurement has${near(column, word)}; predicted as an unknown one`]
  })
  return [
    ...(precision === '' || isKnownFormat(precision) || isKnownPrecision(precision) ? [] : [`precision is "${precision}", which is not known${near('precision', precision)}; predicted as fp16`]),
    ...strange,
    ...(mode === '' || mode === 'inference' || mode === 'training' ? [] : [`mode is "${mode}"; it must be inference or training. Predicted as inference`]),
  ]
}
