import type { Ink } from './ink.ts'
import { headingOf, shown } from './rows-table.ts'
import { displayWidth, padEnd, wrapped } from './text.ts'

/**
 * The fields of one thing, one a line: what has no value is left out, what is long goes on below.
 *
 * @example factsOf({ status: 'completed', run_id: 'x' }, 80, PLAIN)
 */
export function factsOf(thing: object, width: number, ink: Ink): string {
  const facts = Object.entries(thing as Record<string, unknown>).filter(([, value]) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))
  const labels = Math.max(0, ...facts.map(([name]) => displayWidth(headingOf(name))))
  return facts.flatMap(([name, value]) => wrapped(shown(value), width - labels - 2).map((line, i) => `${ink.soft(padEnd(i === 0 ? headingOf(name) : '', labels))}  ${line}`)).join('\n')
}
