import { createHash } from 'node:crypto'

/** Id of the measurement that a content stands for: the same content, the same id. A UUID of version 8 (RFC 9562), made of its digest. */
export function contentId(content: string): string {
  const hex = createHash('sha256').update(content).digest('hex')
  return `meas-${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
