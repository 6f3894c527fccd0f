import { accessOf, ENDPOINTS, type Endpoint } from '@benchcast/core/api'
import { code, table } from './markdown.ts'

/** Every endpoint with its summary, what a key must be allowed to do, and error codes. */
export function apiPage(): string {
  const byTag = [...Map.groupBy(Object.entries<Endpoint>(ENDPOINTS), ([, { tag }]) => tag)]
  const sections = byTag.map(
    ([tag, endpoints]) =>
      `## ${tag}\n\n${table(
        ['Endpoint', 'What it does', 'Key', 'Errors'],
        endpoints.map(([, endpoint]) => row(endpoint)),
      )}\n`,
  )
  return `# API\n\nA running server shows every field and lets you try each endpoint at \`/docs\`; \`/openapi.json\` is OpenAPI 3.1. Key: what a key must be allowed to do; in brackets where one is needed only if the server was started with \`--require-key\`.\n\n${sections.join('\n')}`
}

function row(endpoint: Endpoint): string[] {
  const { method, path, summary, errors } = endpoint
  return [code(`${method} ${path}`), summary, keyOf(endpoint), errors.map(code).join(' ')]
}

function keyOf(endpoint: Endpoint): string {
  const { scope, keyed } = accessOf(endpoint)
  if (scope === 'public') return ''
  return keyed ? code(scope) : `(${code(scope)})`
}
