import { z } from 'zod'
import { ERRORS, type ErrorCode } from '../errors.ts'
import { text } from './schemas.ts'

/** RFC 9457 problem details: the body of every answer that is not a success. */
export const Problem = z.object({
  type: text('URN of the kind of problem: urn:benchcast:problem:<code>.'),
  title: text('What this kind of problem is; the same for every occurrence.'),
  status: z.int().meta({ description: 'The HTTP status, again.' }),
  detail: text('What is wrong with this request and what to do, in a sentence.'),
  instance: text('The path that was asked for.'),
  code: z.enum(Object.keys(ERRORS) as [ErrorCode]).meta({ description: 'Stable machine code; decide on this one, not on the texts.' }),
  request_id: text('Also in the X-Request-Id header and in the log of the server.'),
  errors: z
    .array(
      z.object({
        pointer: text('RFC 6901 pointer into the body, or /query/<name>, /path/<name>, /headers/<name>, /checks/<name>.'),
        code: text('Stable machine code of this place.'),
        detail: text('What is wrong there and what would be right.'),
      }),
    )
    .meta({ description: 'One entry per faulty place; empty when the problem is not about places.' }),
})
export type Problem = z.output<typeof Problem>
