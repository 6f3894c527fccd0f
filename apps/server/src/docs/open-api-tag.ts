import { createHash } from 'node:crypto'
import { etagOf } from '../http/conditional.ts'

/** Entity tag of an OpenAPI text: it changes with the text. */
export const openApiTagOf = (openApi: string): string => etagOf(createHash('sha256').update(openApi).digest('base64url').slice(0, 22))
