type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<CamelCase<Tail>>}` : Name
/** A request with its field names in camelCase; what the fields hold stays as it is. */
export type Camelized<T> = { [Name in keyof T as CamelCase<Name & string>]: T[Name] }

/**
 * A request as the wire has it.
 *
 * @example onWire({ modelName: 'bert-base-uncased' }) // { model_name: 'bert-base-uncased' }
 */
export function onWire<T extends object>(request: Camelized<T> | object): T {
  return Object.fromEntries(Object.entries(request).map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value])) as T
}
