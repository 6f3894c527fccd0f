import { ERRORS } from '@benchcast/core/errors'
import { code, table } from './markdown.ts'

/** Every error code with its status. */
export function errorsPage(): string {
  const rows = Object.entries(ERRORS).map(([id, { status, title }]) => [code(id), String(status), title])
  return `# Errors\n\nEvery failure is answered as \`application/problem+json\` (RFC 9457) with one of these codes in \`code\`; \`detail\` says what is wrong in this request and what to do.\n\n${table(['Code', 'Status', 'Title'], rows)}\n`
}
