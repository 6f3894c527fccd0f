import { type JsonSchema, keyOf } from './json-schema.ts'

/** How types are written. */
export interface Style {
  /** Names of shapes that occur in several places, by their key. */
  readonly named: ReadonlyMap<string, string>
  /** Lists of numbers may be typed arrays. */
  readonly columns?: boolean
}

const BARE: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
  array: 'readonly unknown[]',
  object: 'Record<string, unknown>',
}

/** The TypeScript type of what a JSON Schema describes, indented for a field at `depth`. `whole` writes out even a shape that has a name. */
export function typeText(schema: JsonSchema, style: Style, depth = 0, whole = false): string {
  const name = whole ? undefined : style.named.get(keyOf(schema))
  if (name !== undefined) return name
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum !== undefined) return union(schema.enum.map((value) => JSON.stringify(value)))
  const options = schema.anyOf ?? schema.oneOf
  if (options !== undefined) return union(options.map((option) => typeText(option, style, depth)))
  if (schema.allOf !== undefined) return schema.allOf.map((part) => typeText(part, style, depth)).join(' & ')
  if (Array.isArray(schema.type)) return union(schema.type.map((type: string) => typeText({ ...schema, type }, style, depth, true)))
  if (schema.type === 'array') return arrayText(schema, style, depth)
  if (schema.type === 'object') return objectText(schema, style, depth)
  return BARE[schema.type as string] ?? 'unknown'
}

const union = (types: readonly string[]): string => [...new Set(types)].join(' | ')

function arrayText({ items, prefixItems, minItems, maxItems }: JsonSchema, style: Style, depth: number): string {
  const places = prefixItems ?? (minItems !== undefined && minItems === maxItems ? Array<JsonSchema>(minItems).fill(items ?? {}) : undefined)
  if (places !== undefined) return `readonly [${places.map((item) => typeText(item, style, depth)).join(', ')}]`
  const item = typeText(items ?? {}, style, depth)
  if (style.columns && holdsNumbers(item)) return `Column<${item}>`
  return /[ |&]/.test(item) && !item.startsWith('{') ? `readonly (${item})[]` : item.startsWith('{') && item.includes(' | ') ? `ReadonlyArray<${item}>` : `readonly ${item}[]`
}

/** Whether items of this type can be plain numbers. */
const holdsNumbers = (type: string): boolean =>
  type
    .replace(/<.*>/g, '')
    .split(' | ')
    .some((word) => word === 'unknown' || word === 'number')

function objectText({ properties, additionalProperties, required = [] }: JsonSchema, style: Style, depth: number): string {
  const rest = typeof additionalProperties === 'object' ? typeText(additionalProperties, style, depth) : undefined
  if (properties === undefined || Object.keys(properties).length === 0) return `Readonly<Record<string, ${rest ?? 'unknown'}>>`
  const fields = Object.entries(properties).map(([name, field]) => fieldText(name, field, required.includes(name), style, depth + 1))
  return `{\n${fields.join('')}${'  '.repeat(depth)}}`
}

/** One field with what is said of it. A field that may be left out may also be undefined. */
export function fieldText(name: string, schema: JsonSchema, isRequired: boolean, style: Style, depth = 1): string {
  const indent = '  '.repeat(depth)
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)
  const type = typeText(schema, style, depth)
  return `${comment(describe(schema), indent)}${indent}readonly ${key}${isRequired ? '' : '?'}: ${type}${isRequired || type === 'unknown' ? '' : ' | undefined'}\n`
}

const describe = ({ description, default: value }: JsonSchema): string | undefined =>
  value === undefined || description?.includes('Default:') ? description : `${description ?? ''} Default: ${JSON.stringify(value)}.`.trim()

/** A docstring; one line where it is one. */
export function comment(text: string | undefined, indent: string): string {
  if (text === undefined || text === '') return ''
  const lines = text.replaceAll('*/', '*\\/').split('\n')
  return lines.length === 1 ? `${indent}/** ${lines[0]} */\n` : `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`
}
