import { OPERATIONS, type Operation, type RequestField } from './operations.ts'
import { NAMED, SHAPE_SCHEMAS } from './shapes.ts'
import { comment, fieldText, typeText } from './type-text.ts'

export const typeName = ({ name }: Operation): string => `${name[0]!.toUpperCase()}${name.slice(1)}`
export const requestType = (operation: Operation): string => `${typeName(operation)}Request`
export const responseType = (operation: Operation): string => `${typeName(operation)}Response`

/** Fields of a request object: body and query together. Where both have a field, the body's counts. */
export const requestFields = ({ body, query }: Operation): Readonly<Record<string, RequestField>> => ({ ...query, ...body })

/** Every shape, request and answer as a TypeScript type. */
export function typesFile(): string {
  const shapes = [...SHAPE_SCHEMAS].map(([name, schema]) => `${comment(schema.description, '')}export ${declaration(name, typeText(schema, NAMED, 0, true))}`)
  return [`import type { Column } from '../core/body.ts'\n`, ...shapes, ...OPERATIONS.flatMap(operationTypes)].join('\n')
}

/** An interface where it can be one: it is named in messages of the compiler. */
const declaration = (name: string, type: string): string => (/^\{[\s\S]*\}$/.test(type) && !/^\}|^\S.*[|&]/m.test(type.slice(1, -1)) ? `interface ${name} ${type}\n` : `type ${name} = ${type}\n`)

function operationTypes(operation: Operation): string[] {
  const { endpoint, response } = operation
  const at = `\`${endpoint.method} ${endpoint.path}\``
  const fields = Object.entries(requestFields(operation))
  const style = { ...NAMED, columns: endpoint.largeBody ?? false }
  const request = `/** Request of ${at}. */\nexport interface ${requestType(operation)} {\n${fields.map(([name, { schema, required }]) => fieldText(name, schema, required, style)).join('')}}\n`
  const answer = `/** Answer of ${at}. */\nexport ${declaration(responseType(operation), typeText(response, NAMED))}`
  return fields.length === 0 ? [answer] : [request, answer]
}
