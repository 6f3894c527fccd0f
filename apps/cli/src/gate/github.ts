import { appendFile, stat } from 'node:fs/promises'
import type { RunDocument } from '@benchcast/core/api'
import { reportMarkdown } from '@benchcast/core/report'
import type { Gate } from './check.ts'
import { sentence } from './gate-text.ts'

/** GitHub refuses a larger summary of a step. */
const SUMMARY_BYTES = 1024 * 1024
const CUT_NOTE = '\n\n_The rest of the report is longer than GitHub shows. `benchcast report` writes all of it._\n'

const COMMANDS = { passed: undefined, worse: 'warning', failed: 'error' } as const

/**
 * Commands that GitHub shows as annotations: an error for each failed check, a warning for what is worse by chance.
 *
 * @example annotations(gate, new Map([['net', 'net.csv']]))[0] // '::error file=net.csv,title=accuracy of net::…'
 */
export function annotations({ checks }: Gate, fileOf: ReadonlyMap<string, string>): string[] {
  return checks.flatMap((check) => {
    const command = COMMANDS[check.verdict]
    if (command === undefined) return []
    const file = fileOf.get(check.model)
    const properties = [...(file === undefined ? [] : [`file=${property(file)}`]), `title=${property(`${check.metric} of ${check.model}`)}`]
    return [`::${command} ${properties.join(',')}::${message(sentence(check))}`]
  })
}

const message = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string): string => message(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** The gate and the report as Markdown, added to the summary of the step, within its size limit. */
export async function writeSummary(path: string, document: RunDocument, gate: Gate | undefined): Promise<void> {
  const used = await stat(path).then(
    ({ size }) => size,
    () => 0,
  )
  await appendFile(path, cutTo(`${gate ? `${gateMarkdown(gate)}\n\n` : ''}${reportMarkdown(document)}`, SUMMARY_BYTES - used))
}

const WORDS = { passed: '✅', worse: '⚠️', failed: '❌' } as const

function gateMarkdown({ passed, checks }: Gate): string {
  return [`## ${passed ? '✅ Gate passed' : '❌ Gate failed'}`, '', ...checks.map((check) => `- ${WORDS[check.verdict]} ${escaped(sentence(check))}`)].join('\n')
}

const escaped = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>#|]/g, '\\$&')

/** Whole lines that fit, and a note when some do not. Nothing when not even the note fits. */
export function cutTo(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text
  const room = bytes - Buffer.byteLength(CUT_NOTE)
  if (room < 0) return ''
  let used = 0
  const kept: string[] = []
  for (const line of text.split('\n')) {
    used += Buffer.byteLength(line) + 1
    if (used > room) break
    kept.push(line)
  }
  return kept.join('\n') + CUT_NOTE
}
