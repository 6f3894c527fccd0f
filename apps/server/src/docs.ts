import { createHash } from 'node:crypto'
import { openApiDocument } from '@benchcast/core/api'
import Fastify, { type FastifyInstance } from 'fastify'
import { responseExamples } from './docs-examples.ts'
import { etagOf, matchesEtag } from './http/conditional.ts'
import { PAGES } from './http/known-paths.ts'
import { VERSION } from './version.ts'

/** `GET /openapi.json` and `GET /docs`, a page that shows it. Both are made when first asked for: neither costs anything at start. */
export function mountDocs(app: FastifyInstance): void {
  const description = lazily(() => JSON.stringify(openApiDocument({ version: VERSION, examples: responseExamples() })))
  const page = lazily(renderPage)
  app.get(PAGES.openApi, (request, reply) => {
    const text = description()
    const etag = etagOf(createHash('sha256').update(text).digest('base64url').slice(0, 22))
    reply.headers({ etag, 'content-type': 'application/json; charset=utf-8' })
    return matchesEtag(request.headers['if-none-match'], etag) ? reply.code(304).send() : reply.send(text)
  })
  app.get(PAGES.docs, async (_, reply) => {
    const { html, policy } = await page()
    return reply.headers({ 'content-security-policy': policy, 'content-type': 'text/html; charset=utf-8' }).send(html)
  })
  app.get('/docs/', (_, reply) => reply.redirect(PAGES.docs, 308))
  app.get(PAGES.docsScript, async (_, reply) => reply.headers({ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'max-age=3600' }).send((await page()).script))
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

interface Page {
  readonly html: string
  readonly script: string
  readonly policy: string
}

/** The page and its script, from the package's own plugin: everything is served from here and nothing is fetched from elsewhere. */
async function renderPage(): Promise<Page> {
  const { default: scalar } = await import('@scalar/fastify-api-reference')
  const host = Fastify()
  await host.register(scalar, {
    routePrefix: '/docs',
    configuration: {
      url: PAGES.openApi,
      cdn: PAGES.docsScript,
      pageTitle: 'Benchcast API',
      withDefaultFonts: false,
      telemetry: false,
      hideClientButton: true,
      showDeveloperTools: 'never',
      agent: { disabled: true },
      mcp: { disabled: true },
    } as object,
  })
  const [html, script] = await Promise.all(['/docs/', PAGES.docsScript].map(async (url) => (await host.inject(url)).body))
  await host.close()
  return { html: html!, script: script!, policy: pagePolicy(html!) }
}

/** Scalar styles elements inline; its scripts are ours, the inline ones by their hash. Nothing may be loaded from, or sent to, anywhere else. */
function pagePolicy(html: string): string {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => `'sha256-${createHash('sha256').update(code!).digest('base64')}'`)
  return `default-src 'none'; script-src 'self' ${inline.join(' ')}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`
}
