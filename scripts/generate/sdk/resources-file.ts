import type { JsonSchema } from './json-schema.ts'
import { FOLLOWED } from './methods.ts'
import { OPERATIONS, type Operation, type RequestField } from './operations.ts'
import { NAMED } from './shapes.ts'
import { comment, typeText } from './type-text.ts'
import { requestFields, requestType, responseType } from './types-file.ts'

const IMPORTS = `import type { APIPromise } from '../core/api-promise.ts'
import { FollowedResource } from '../core/followed-resource.ts'
import type { ListPromise } from '../core/list-promise.ts'
import type { RequestOptions } from '../core/options.ts'
import { path } from '../core/request.ts'
import { Resource } from '../core/resource.ts'
import type * as T from './types.ts'
`

/** Every resource as a class with a method per endpoint. */
export function resourcesFile(): string {
  const names = [...new Set(OPERATIONS.map(({ resource }) => resource))]
  const deepestFirst = names.toSorted((a, b) => b.split('.').length - a.split('.').length)
  const mounted = names.filter((name) => !name.includes('.')).map((name) => `  readonly ${name}: ${className(name)}\n`)
  return `${IMPORTS}\n${deepestFirst.map((name) => resourceClass(name, names)).join('\n')}\n/** Every resource of a client. */\nexport interface Resources {\n${mounted.join('')}}\n`
}

const capital = (word: string): string => `${word[0]!.toUpperCase()}${word.slice(1)}`
/** `database.tests` → `DatabaseTests`. */
export const className = (resource: string): string => resource.split('.').map(capital).join('')
const lastOf = (resource: string): string => resource.split('.').at(-1)!

function resourceClass(resource: string, all: readonly string[]): string {
  const operations = OPERATIONS.filter((operation) => operation.resource === resource)
  const children = all.filter((name) => name.startsWith(`${resource}.`)).map((name) => `  readonly ${lastOf(name)} = new ${className(name)}(this.client)\n`)
  const parts = [followed(resource), children.join(''), ...operations.map(methodText)].filter((part) => part !== '')
  return `export class ${className(resource)} extends ${baseOf(resource)} {\n${parts.join('\n')}}\n`
}

const askOf = (resource: string): Operation | undefined => OPERATIONS.find(({ name }) => name === FOLLOWED[resource]?.ask)
const baseOf = (resource: string): string => {
  const ask = askOf(resource)
  return ask === undefined ? 'Resource' : `FollowedResource<T.${responseType(ask)}>`
}

/** Seconds that a server which can wait is asked to wait for news. */
const ASKED_SECONDS = 1

/** How the runs of a resource are followed. */
function followed(resource: string): string {
  const ask = askOf(resource)
  if (ask === undefined) return ''
  const wait = 'wait' in ask.query ? `{ wait: ${ASKED_SECONDS} }, ` : ''
  return `  protected readonly webSocket = '${FOLLOWED[resource]!.webSocket}'\n\n  protected ask(id: string, options: RequestOptions): Promise<T.${responseType(ask)}> {\n    return this.${ask.method}(id, ${wait}options)\n  }\n`
}

/** How an answer comes: JSON, text in one of several formats, a stream of events, or unread. */
interface Kind {
  readonly generics: string
  readonly returns: string
  readonly call: string
  readonly facts: string
}

function methodText(operation: Operation): string {
  const { endpoint, method } = operation
  const { generics, returns, call, facts } = kindOf(operation)
  const description = [endpoint.summary.replace(/\.$/, ''), endpoint.description ?? ''].filter((text) => text !== '').join('. ')
  const doc = comment(`${description.replace(/([^.])$/, '$1.')}\n\n\`${endpoint.method} ${endpoint.path}\``, '  ')
  return `${doc}  ${method}${generics}(${parametersOf(operation)}): ${returns} {\n${splitOf(operation)}    return this.client.${call}(${argumentsOf(operation, facts)})\n  }\n`
}

const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
const hasRequest = (operation: Operation): boolean => Object.keys(requestFields(operation)).length > 0
const isOptional = (operation: Operation): boolean => Object.values(requestFields(operation)).every(({ required }) => !required)
type Formats = { readonly format?: RequestField; readonly file?: RequestField }
type Limited = { readonly limit: RequestField }
/** The parameter that says in which format the answer comes. */
const formatOf = ({ path, query }: Operation): { readonly name: string; readonly schema: JsonSchema } | undefined =>
  [
    { name: 'format', schema: (query as Formats).format?.schema },
    { name: 'file', schema: (path as Formats).file?.schema },
  ].find((format): format is { name: string; schema: JsonSchema } => format.schema !== undefined)

function parametersOf(operation: Operation): string {
  const names = Object.entries(operation.path).map(([name]) => `${camel(name)}: ${isGeneric(operation) && name === formatOf(operation)!.name ? 'F' : 'string'}`)
  const narrowed = isGeneric(operation) && 'format' in operation.query ? ` & { readonly format?: F }` : ''
  const request = hasRequest(operation) ? [`request${isOptional(operation) ? '?' : ''}: T.${requestType(operation)}${narrowed}`] : []
  return [...names, ...request, 'options?: RequestOptions'].join(', ')
}

/** Whether the answer is a table of any length, to be read piece by piece. */
const isTable = ({ endpoint }: Operation): boolean => endpoint.produces?.includes('application/x-ndjson') ?? false
const isGeneric = (operation: Operation): boolean => (operation.endpoint.produces?.length ?? 0) > 0 && !isTable(operation)

function kindOf(operation: Operation): Kind {
  const answer = `T.${responseType(operation)}`
  const paging = pagingOf(operation)
  if (operation.endpoint.streams) return { generics: '', returns: `AsyncGenerator<${answer}>`, call: 'events', facts: '' }
  if (isTable(operation)) return { generics: '', returns: 'APIPromise<Response>', call: 'call', facts: 'raw: true' }
  if (paging !== undefined) return { generics: '', returns: `ListPromise<${answer}, ${rowType(operation, paging)}>`, call: 'list', facts: '' }
  if (!isGeneric(operation)) return { generics: '', returns: `APIPromise<${answer}>`, call: 'call', facts: '' }
  const formats = typeText(formatOf(operation)!.schema, NAMED)
  const fallback = 'file' in operation.path ? '' : ` = 'json'`
  return { generics: `<F extends ${formats}${fallback}>`, returns: `APIPromise<F extends \`\${string}json\` ? ${answer} : string>`, call: 'call', facts: '' }
}

/** How a list comes in pages; undefined for what is no list, or comes in one. */
function pagingOf({ query, response, endpoint }: Operation): { readonly rows: string | undefined; readonly text: string } | undefined {
  const by = 'cursor' in query ? 'cursor' : 'offset' in query ? 'offset' : undefined
  if (endpoint.method !== 'GET' || by === undefined) return undefined
  const rows = Object.entries(response.properties ?? {}).find(([, { type }]) => type === 'array')?.[0]
  const facts = [...(rows === undefined ? [] : [`rows: '${rows}'`]), `by: '${by}'`, `most: ${(query as unknown as Limited).limit.schema.maximum}`]
  return { rows, text: `{ ${facts.join(', ')} }` }
}

const rowType = (operation: Operation, { rows }: { readonly rows: string | undefined }): string => `T.${responseType(operation)}${rows === undefined ? '' : `['${rows}']`}[number]`

/** Fields of the query that are not the body's, where a request has both. */
const queryOnly = ({ body, query }: Operation): readonly string[] => (Object.keys(body).length === 0 ? [] : Object.keys(query).filter((name) => !(name in body)))

function splitOf(operation: Operation): string {
  const names = queryOnly(operation)
  return names.length === 0 ? '' : `    const { ${names.join(', ')}, ...body } = request${isOptional(operation) ? ' ?? {}' : ''}\n`
}

function argumentsOf(operation: Operation, facts: string): string {
  const { endpoint } = operation
  const address = addressText(operation)
  if (endpoint.streams) return `${address}, options`
  const call = [`method: '${endpoint.method}'`, address === 'path' ? address : `path: ${address}`, ...requestText(operation), ...(facts === '' ? [] : [facts])]
  return [`{ ${call.join(', ')} }`, ...(pagingOf(operation) === undefined ? [] : [pagingOf(operation)!.text]), 'options'].join(', ')
}

function requestText(operation: Operation): string[] {
  if (!hasRequest(operation)) return []
  const only = queryOnly(operation)
  if (only.length > 0) return ['body', `query: { ${only.join(', ')} }`]
  return [Object.keys(operation.body).length > 0 ? `body: request${isOptional(operation) ? ' ?? {}' : ''}` : 'query: request']
}

function addressText({ endpoint, path }: Operation): string {
  const text = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => `\${${camel(name)}}`)
  return Object.keys(path).length === 0 ? `'${text}'` : `path\`${text}\``
}
