import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { text, timestamp } from './schemas.ts'

const tag = 'System'
const check = z.object({ name: text('What was checked.'), ok: z.boolean().meta({ description: 'Whether it is as it should be.' }), message: text('What was found, and what to do.') })

export const getHealth = endpoint({
  method: 'GET',
  path: '/health',
  aliases: ['/healthz'],
  tag,
  scope: 'public',
  summary: 'Liveness: the process answers',
  output: z.object({
    status: z.literal('ok').meta({ description: 'Always ok: a process that cannot say so does not answer.' }),
    timestamp: timestamp('UTC.'),
    version: text('Of this server.'),
    warnings: z.array(z.string()).meta({ description: 'What was found at start, such as rows missing from a damaged write-ahead log.' }),
  }),
  errors: [],
})

export const getReadiness = endpoint({
  method: 'GET',
  path: '/health/ready',
  aliases: ['/readyz'],
  tag,
  scope: 'public',
  summary: 'Readiness: requests can be served (503 otherwise, with the reasons)',
  output: z.object({
    status: z.literal('ready').meta({ description: 'Always ready: otherwise the answer is 503 with the failed checks in errors.' }),
    timestamp: timestamp('UTC.'),
    checks: z.array(check).meta({ description: 'Each part.' }),
  }),
  errors: ['unavailable'],
})
