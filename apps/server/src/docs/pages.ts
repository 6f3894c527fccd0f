import { createHash } from 'node:crypto'
import { type EndpointName, openApiDocument } from '@benchcast/core/api'
import Fastify from 'fastify'
import { PAGES } from '../http/known-paths.ts'
import { VERSION } from '../version.ts'
import { benchmarkExamples } from './benchmark-examples.ts'
import { databaseExamples } from './database-examples.ts'
import { responseExamples } from './examples.ts'
import { generatorExamples } from './generator-examples.ts'
import { keyExamples } from './key-examples.ts'
import { openApiTagOf } from './open-api-tag.ts'
import { predictiveExamples } from './predictive-examples.ts'
import { testExamples } from './test-examples.ts'

type Examples = Partial<Record<EndpointName, unknown>>

/** Everything the documentation needs, ready to be sent. */
export interface DocsPages {
  readonly openApi: string
  readonly openApiTag: string
  readonly html: string
  readonly script: Uint8Array
  /** Content-Security-Policy of the page. */
  readonly policy: string
}

/** Endpoints by the database that their examples are made over, one after the other. */
const EXAMPLES: readonly (() => Promise<Examples>)[] = [responseExamples, predictiveExamples, benchmarkExamples, generatorExamples, testExamples, databaseExamples, keyExamples]

/**
 * Makes the OpenAPI text and, from the package's own plugin, the page that shows it: everything is served from here and nothing is fetched from elsewhere. Throws the signal's reason
 * when it is aborted between two groups of examples; no database is open by then.
 */
export async function makePages(signal?: AbortSignal): Promise<DocsPages> {
  const examples: Examples = {}
  for (const make of EXAMPLES) {
    signal?.throwIfAborted()
    Object.assign(examples, await make())
  }
  const openApi = JSON.stringify(openApiDocument({ version: VERSION, examples }))
  const { default: scalar } = await import('@scalar/fastify-api-reference')
  const host = Fastify()
  await host.register(scalar, { routePrefix: PAGES.docs, configuration: CONFIGURATION as object })
  const html = (await host.inject(`${PAGES.docs}/`)).body
  const script = new Uint8Array((await host.inject(PAGES.docsScript)).rawPayload)
  await host.close()
  return { openApi, openApiTag: openApiTagOf(openApi), html, script, policy: policyOf(html) }
}

const CONFIGURATION = {
  url: PAGES.openApi,
  cdn: PAGES.docsScript,
  pageTitle: 'Benchcast API',
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  agent: { disabled: true },
  mcp: { disabled: true },
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64')

/** Scalar styles elements inline; its scripts are ours, the inline ones by their hash. Nothing may be loaded from, or sent to, anywhere else. */
function policyOf(html: string): string {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => `'sha256-${digestOf(code!)}'`)
  return `default-src 'none'; script-src 'self' ${inline.join(' ')}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`
}
