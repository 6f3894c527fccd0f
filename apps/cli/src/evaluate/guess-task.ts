import type { TaskType } from '@benchcast/core/metrics'
import type { FileReader } from '../columns/reader.ts'
import { identifier } from '../columns/sql.ts'
import type { Roles } from './roles.ts'

/** Rows that are looked at. */
const SAMPLE = 20_000
/** More different whole numbers than this are amounts, not classes. */
const MOST_CLASSES = 50
/** More words than this are a text, not a class. */
const MOST_WORDS = 3

/** What the predictions are for, and why it looks so. */
export interface Guess {
  readonly task: TaskType
  readonly because: string
}

/** Tells the task by the true values: their type, how many different ones there are, how many words they have. */
export async function guessTask(reader: FileReader, { truth, models }: Roles): Promise<Guess> {
  const { kind, name } = truth.column
  if (kind === 'list') {
    const areLists = models.every(({ prediction }) => prediction.column.kind === 'list')
    return areLists ? { task: 'multimodal', because: `${name} and the predictions hold lists` } : { task: 'text_generation', because: `${name} holds lists of references` }
  }
  if (kind === 'boolean') return { task: 'classification', because: `${name} is true or false` }
  const column = identifier(name)
  const words = kind === 'text' ? `avg(len(string_split(${column}, ' ')))` : '1.0'
  const whole = kind === 'real' ? `bool_and(${column} = floor(${column}))` : 'true'
  const [[different, meanWords, isWhole] = []] = await reader.rows(
    `SELECT count(DISTINCT ${column})::DOUBLE, ${words}::DOUBLE, ${whole} FROM (SELECT ${column} FROM ${truth.source.relation} LIMIT ${SAMPLE})`,
  )
  if (kind === 'text')
    return Number(meanWords) > MOST_WORDS
      ? { task: 'text_generation', because: `${name} holds ${Number(meanWords).toFixed(0)} words on average` }
      : { task: 'classification', because: `${name} holds ${different} different names` }
  if (isWhole === false) return { task: 'regression', because: `${name} holds numbers with decimals` }
  return Number(different) > MOST_CLASSES
    ? { task: 'regression', because: `${name} holds ${different} different numbers` }
    : { task: 'classification', because: `${name} holds ${different} different whole numbers` }
}
