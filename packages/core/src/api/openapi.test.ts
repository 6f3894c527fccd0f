import { describe, expect, it } from 'vitest'
import { ENDPOINTS, openApiDocument } from './index.ts'

type Json = Record<string, unknown>
const document = openApiDocument({ version: '1.2.3', examples: { getHealth: { status: 'ok' } } })
const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation: operation as Json })))

/** Every field of a schema, at any depth, with the path to it. */
function fieldsOf(schema: unknown, path: string): { readonly path: string; readonly field: Json }[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { properties = {}, items, additionalProperties, ...rest } = schema as Json
  const own = Object.entries(properties as Record<string, Json>).flatMap(([name, field]) => [{ path: `${path}.${name}`, field }, ...fieldsOf(field, `${path}.${name}`)])
  const inner = [items, additionalProperties, ...['anyOf', 'oneOf', 'allOf', 'prefixItems'].flatMap((key) => (rest[key] as unknown[] | undefined) ?? [])]
  return [...own, ...inner.flatMap((part) => fieldsOf(part, path))]
}

describe('The OpenAPI document', () => {
  it('holds every endpoint under its path and method', () => {
    for (const [name, { path, method }] of Object.entries(ENDPOINTS)) expect(document.paths[path]![method.toLowerCase()]).toMatchObject({ operationId: name })
    expect(operations).toHaveLength(Object.keys(ENDPOINTS).length)
  })

  it.each(operations)('describes every field and parameter of $method $path', ({ operation }) => {
    const schemas = [operation.requestBody, (operation.responses as Record<number, Json>)[200]].flatMap((part) =>
      Object.values(((part as Json | undefined)?.content ?? {}) as Record<string, Json>).map((media) => media.schema),
    )
    const undescribed = schemas.flatMap((schema) => fieldsOf(schema, '')).filter(({ field }) => !field.description)
    expect(undescribed.map(({ path }) => path)).toEqual([])
    expect((operation.parameters as Json[]).filter((parameter) => !parameter.description)).toEqual([])
  })

  it.each(operations)('declares what $method $path answers when it fails, as a problem', ({ operation }) => {
    const responses = operation.responses as Record<string, { content: Record<string, unknown>; description: string }>
    for (const status of ['400', '421', '422', '429', '500', '503']) expect(Object.keys(responses[status]!.content)).toEqual(['application/problem+json'])
    for (const { description } of Object.values(responses)) expect(description).not.toBe('')
  })

  it('declares every path parameter, as required', () => {
    for (const { path, operation } of operations) {
      const declared = (operation.parameters as Json[]).filter((p) => p.in === 'path' && p.required === true).map((p) => p.name)
      expect(declared).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
    }
  })

  it('says which endpoints need a key, which may, and which never do', () => {
    const security = (path: string) => Object.values(document.paths[path]!)[0]!.security
    expect(security('/api/test/db/runs')).toEqual([{ apiKey: [] }, { bearer: [] }])
    expect(security(ENDPOINTS.listBenchmarkRuns.path)).toEqual([{}, { apiKey: [] }, { bearer: [] }])
    expect(security('/health')).toBeUndefined()
    expect(Object.keys(document.components.securitySchemes)).toEqual(['apiKey', 'bearer'])
  })

  it('publishes columns as arrays and query numbers as integers with their bounds', () => {
    const { post } = document.paths[ENDPOINTS.runBenchmark.path]!
    const body = (post!.requestBody as { content: Record<string, { schema: { properties: Record<string, Json>; required: string[] } }> }).content['application/json']!.schema
    expect(body.properties.ground_truth).toMatchObject({ type: 'array' })
    expect(body.required).toEqual(['benchmark_name', 'dataset_id', 'task_type', 'model_predictions', 'ground_truth'])
    const limit = (document.paths[ENDPOINTS.listBenchmarkRuns.path]!.get!.parameters as Json[]).find((p) => p.name === 'limit')
    expect(limit!.schema).toEqual({ type: 'integer', minimum: 1, maximum: 100, default: 10 })
  })

  it('shows the examples it is given, and the requests of the endpoint table', () => {
    expect(JSON.stringify(document.paths['/health'])).toContain('"example":{"status":"ok"}')
    expect(JSON.stringify(document.paths[ENDPOINTS.runBenchmark.path])).toContain('Credit Risk Model Comparison')
  })

  it('is plain JSON without dangling references', () => {
    const text = JSON.stringify(document)
    expect(JSON.parse(text)).toEqual(document)
    for (const [, pointer] of text.matchAll(/"\$ref":"#\/([^"]+)"/g))
      expect(
        pointer!.split('/').reduce<unknown>((node, key) => (node as Json)?.[key], document),
        pointer,
      ).toBeDefined()
    expect(text).not.toContain('jsonSchema')
  })
})
