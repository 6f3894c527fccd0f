import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { text, timestamp } from './schemas.ts'

const tag = 'System'
const check = z.object({ name: text('What was checked.'), ok: z.boolean().meta({ description: 'Whether it is as it should be.' }), message: text('What was found, and what to do.') })

export const getHealth = endpoint({
  method: 'GET',
  path: '/health',
  aliases: ['/healthz', '/api/predictive-performance/health'],
  tag,
  scope: 'public',
  summary: 'Liveness: the process answers',
  output: z.object({
    status: z.literal('ok').meta({ description: 'Always ok: a process that cannot say so does not answer.' }),
    timestamp: timestamp('UTC.'),
    version: text('Of this server.'),
    services: z
      .object({
        repository: z.boolean().meta({ description: 'The database takes and gives records.' }),
        hardware_adapter: z.boolean().meta({ description: 'Hardware can be recommended.' }),
        ml_adapter: z.boolean().meta({ description: 'Performance can be predicted.' }),
      })
      .meta({ description: 'Parts of the predictive API.' }),
    duckdb_available: z.boolean().meta({ description: 'The database is a DuckDB file.' }),
    hardware_model_predictor_available: z.boolean().meta({ description: 'Performance can be predicted.' }),
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
