import { ENDPOINTS, type Endpoint, type EndpointName, schemaOf } from '@benchcast/core/api'

/** What the command line needs to know of one field of a request. */
export interface Field {
  /** As on the wire; of a field inside another one both names, outer first. */
  readonly path: readonly string[]
  readonly description: string
  readonly kind: 'text' | 'number' | 'boolean' | 'map'
  /** Several values, with commas between. */
  readonly isList: boolean
  readonly isRequired: boolean
  readonly choices?: readonly string[]
}

interface Schema {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly enum?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

/**
 * Every field of a request, of its path, query and body alike, read from the endpoint's schemas.
 *
 * @example fieldsOf('listMeasurements')[0] // { path: ['limit'], kind: 'number', isList: false, description: 'Page size.' }
 */
export function fieldsOf(name: EndpointName): readonly Field[] {
  const { params, query, body } = ENDPOINTS[name] as Endpoint
  return [params, query, body].flatMap((part) => (part === undefined ? [] : fields(schemaOf(part, 'input'))))
}

function fields({ properties = {}, required = [] }: Schema, outer: readonly string[] = []): Field[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const given = withoutNull(schema)
    const path = [...outer, name]
    return given.properties === undefined
      ? [{ ...fieldOf(path, given, schema.description ?? given.description ?? ''), isRequired: outer.length === 0 && required.includes(name) }]
      : fields(given, path)
  })
}

function fieldOf(path: readonly string[], schema: Schema, description: string): Omit<Field, 'isRequired'> {
  const list = schema.type === 'array' ? schema : schema.anyOf?.find(({ type }) => type === 'array')
  const one = withoutNull(list?.items ?? schema)
  return { path, description, kind: kindOf(one), isList: list !== undefined, ...(one.enum && { choices: one.enum }) }
}

const KINDS: Readonly<Record<string, Field['kind']>> = { integer: 'number', number: 'number', boolean: 'boolean', object: 'map' }
const kindOf = ({ type = 'string' }: Schema): Field['kind'] => KINDS[[type].flat().find((each) => each !== 'null')!] ?? 'text'

/** What a field may hold beside null. */
function withoutNull(schema: Schema): Schema {
  const others = schema.anyOf?.filter(({ type }) => type !== 'null')
  return others?.length === 1 ? others[0]! : schema
}
