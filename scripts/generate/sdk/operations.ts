import { ENDPOINTS, type Endpoint, type EndpointName, openApiDocument } from '@benchcast/core/api'
import type { JsonSchema } from './json-schema.ts'
import { SDK_METHODS } from './methods.ts'

/** A field of a request. */
export interface RequestField {
  readonly schema: JsonSchema
  readonly required: boolean
}
type Fields = Readonly<Record<string, RequestField>>

/** One endpoint as the SDK sees it. */
export interface Operation {
  readonly name: EndpointName
  readonly endpoint: Endpoint
  /** Resource and method: `database.tests`, `list`. */
  readonly resource: string
  readonly method: string
  readonly path: Fields
  readonly query: Fields
  readonly body: Fields
  readonly response: JsonSchema
}

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly description?: string
  readonly required?: boolean
  readonly schema: JsonSchema
}
type Content = Readonly<Record<string, { readonly schema: JsonSchema & { readonly properties?: { readonly data?: { readonly contentSchema?: JsonSchema } } } }>>
interface OpenApiOperation {
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content: Content }>>
}

const { paths } = openApiDocument({ version: '' }) as unknown as { readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>> }

function operation(name: EndpointName): Operation {
  const endpoint: Endpoint = ENDPOINTS[name]
  const { parameters, requestBody, responses } = paths[endpoint.path]![endpoint.method.toLowerCase()]!
  const at = SDK_METHODS[name].lastIndexOf('.')
  return {
    name,
    endpoint,
    resource: SDK_METHODS[name].slice(0, at),
    method: SDK_METHODS[name].slice(at + 1),
    path: parametersIn(parameters, 'path'),
    query: parametersIn(parameters, 'query'),
    body: fieldsOf(requestBody?.content['application/json']?.schema),
    response: responseOf(responses['200']!.content),
  }
}

const parametersIn = (parameters: readonly Parameter[], place: 'path' | 'query'): Fields =>
  Object.fromEntries(
    parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, description, required = false, schema }) => [name, { schema: { ...schema, ...(description === undefined ? {} : { description }) }, required }]),
  )

const fieldsOf = ({ properties = {}, required = [] }: JsonSchema = {}): Fields =>
  Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, { schema, required: required.includes(name) }]))

const responseOf = (content: Content): JsonSchema => content['application/json']?.schema ?? content['text/event-stream']!.schema.properties!.data!.contentSchema!

/** Every endpoint, in the order of the SDK's table. */
export const OPERATIONS: readonly Operation[] = (Object.keys(SDK_METHODS) as EndpointName[]).map(operation)
