import type { Readable } from 'node:stream'

export const JSON_TYPE = 'application/json; charset=utf-8'

/** A body that is made already: JSON text that was stored, a report, a page. */
export class Answer {
  readonly body: string | Readable
  readonly mediaType: string

  constructor(body: string | Readable, mediaType: string = JSON_TYPE) {
    this.body = body
    this.mediaType = mediaType
  }
}

/** The stored text of an object with `success: true` before its first member, without parsing it. */
export const withSuccess = (object: string): string => (object === '{}' ? '{"success":true}' : `{"success":true,${object.slice(1)}`)
