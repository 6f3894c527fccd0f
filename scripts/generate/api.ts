import { ENDPOINTS, type Endpoint } from '@benchcast/core/api'
import { code, table } from './markdown.ts'

/** Every endpoint with its summary and error codes. */
export function apiPage(): string {
  const byTag = [...Map.groupBy(Object.entries<Endpoint>(ENDPOINTS), ([, { tag }]) => tag)]
  const sections = byTag.map(
    ([tag, endpoints]) =>
      `## ${tag}\n\n${table(
        ['Endpoint', 'What it does', 'Errors'],
        endpoints.map(([, endpoint]) => row(endpoint)),
      )}\n`,
  )
  return `# API\n\nA running server shows every field and lets you try each endpoint at \`/docs\`; \`/openapi.json\` is OpenAPI 3.1.\n\n${sections.join('\n')}`
}

function row({ method, path, summary, errors }: Endpoint): string[] {
  return [code(`${method} ${path}`), summary, errors.map(code).join(' ')]
}
