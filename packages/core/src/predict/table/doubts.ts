import { isKnownPrecision } from '../../models/index.ts'
import { isKnownFormat } from '../roofline/number-format.ts'
import type { TableRow } from './read-csv.ts'

/**
 * Cells that are read as something else than they say, each as a sentence without its end; a row is predicted all the same.
 *
 * @example doubtsOf({ precision: 'fp99' }) // ['precision is "fp99", which is not known; predicted as fp16']
 */
export function doubtsOf({ precision = '', mode = '' }: TableRow): readonly string[] {
  return [
    ...(precision === '' || isKnownFormat(precision) || isKnownPrecision(precision) ? [] : [`precision is "${precision}", which is not known; predicted as fp16`]),
    ...(mode === '' || mode === 'inference' || mode === 'training' ? [] : [`mode is "${mode}"; it must be inference or training. Predicted as inference`]),
  ]
}
