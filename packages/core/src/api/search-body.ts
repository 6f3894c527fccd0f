import { z } from 'zod'
import { name } from './schemas.ts'

/** What every search of a database takes: a text, and the most rows. */
export const searchBody = () =>
  z.object({
    query: name(256).meta({ description: 'Text to look for.' }),
    limit: z
      .int()
      .min(1)
      .max(1000)
      .nullish()
      .transform((given) => given ?? 100)
      .meta({ description: 'Most rows. Default: 100.' }),
  })
