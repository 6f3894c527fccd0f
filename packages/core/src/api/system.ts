import { z } from 'zod'
import { COMPONENT_NAMES, COMPONENTS, type ComponentName } from './components.ts'
import { endpoint } from './endpoint.ts'
import { text, timestamp } from './schemas.ts'

const tag = 'System'
const componentUp = (name: ComponentName) =>
  z
    .boolean()
    .optional()
    .meta({ description: `The ${COMPONENTS[name].title} answers; absent where it is not served.` })
const componentsUp = Object.fromEntries(COMPONENT_NAMES.map((name) => [name, componentUp(name)])) as { readonly [Name in ComponentName]: ReturnType<typeof componentUp> }
const check = z.object({ name: text('What was checked.'), ok: z.boolean().meta({ description: 'Whether it is as it should be.' }), message: text('What was found, and what to do.') })

const named = (what: string) => z.array(z.object({ name: text(`Of the ${what}.`), url: text('Where it is, on this server.') }))

export const getGateway = endpoint({
  method: 'GET',
  path: '/',
  tag,
  scope: 'public',
  summary: 'What is served here, and where',
  output: z.object({
    message: text('Of the server.'),
    version: text('Of this server.'),
    services: named('component').meta({ description: 'Components.' }),
    database_endpoints: named('component').meta({ description: 'Databases of the components; they need an API key.' }),
    docs_url: text('Documentation of the API.'),
  }),
  errors: [],
})

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
        ...componentsUp,
      })
      .meta({ description: 'Parts of the predictive API, and the components, wherever they run.' }),
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
