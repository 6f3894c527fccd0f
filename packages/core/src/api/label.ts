import { z } from 'zod'
import { name } from './schemas.ts'

/** A class label in JSON. */
export const label = z.union([z.number(), z.string(), z.boolean()])

/** An id the caller chose. */
export const id = (what: string) => name(256).meta({ description: what })
