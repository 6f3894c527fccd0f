import type { FastifyInstance } from 'fastify'
import { reachOf } from '../gateway/reach.ts'
import type { Remotes } from '../gateway/remotes.ts'
import { matchesEtag } from '../http/conditional.ts'
import { PAGES, PUBLIC } from '../http/known-paths.ts'
import { withForeignPaths } from './foreign-paths.ts'
import { PagesThread } from './pages-thread.ts'
import { reachedOpenApi } from './reached-open-api.ts'

/** `GET /openapi.json` and `GET /docs`, a page that shows it. They are made when first asked for, so they cost nothing at start. */
export function mountDocs(app: FastifyInstance, remotes: Remotes | undefined): void {
  const thread = new PagesThread()
  app.addHook('preClose', () => thread.close())
  const open = { config: { access: PUBLIC } }
  const pages = () => thread.pages()
  app.get(PAGES.openApi, open, async (request, reply) => {
    const { openApi, openApiTag } = await withForeignPaths(reachedOpenApi(await pages(), reachOf(request.raw.socket)), remotes)
    reply.headers({ etag: openApiTag, 'content-type': 'application/json; charset=utf-8' })
    return matchesEtag(request.headers['if-none-match'], openApiTag) ? reply.code(304).send() : reply.send(openApi)
  })
  app.get(PAGES.docs, open, async (_, reply) => {
    const { html, policy } = await pages()
    return reply.headers({ 'content-security-policy': policy, 'content-type': 'text/html; charset=utf-8' }).send(html)
  })
  app.get(`${PAGES.docs}/`, open, (_, reply) => reply.redirect(PAGES.docs, 308))
  app.get(PAGES.docsScript, open, async (_, reply) => reply.headers({ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'max-age=3600' }).send((await pages()).script))
}
