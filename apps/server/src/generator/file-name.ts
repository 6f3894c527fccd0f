import { createHash } from 'node:crypto'

const LONGEST = 120
const HASH_DIGITS = 8

/**
 * Name of a model's script without its ending: `-` and `/` become `_`. A name with anything else that is not plain in file names, or a very long one, also gets a digest, so that
 * no two of them share a file.
 *
 * @example scriptName('google-bert/bert-base-uncased') // 'test_google_bert_bert_base_uncased'
 */
export function scriptName(model: string): string {
  const usual = model.replaceAll(/[-/]/g, '_')
  if (/^[\w.]+$/.test(usual) && usual.length <= LONGEST) return `test_${usual}`
  const digest = createHash('sha256').update(model).digest('hex').slice(0, HASH_DIGITS)
  return `test_${usual.replaceAll(/[^\w.]/g, '_').slice(0, LONGEST)}_${digest}`
}
