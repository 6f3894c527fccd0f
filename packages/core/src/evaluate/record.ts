/** Instances have an empty prototype that nothing can be added to; unlike `Object.create(null)` they are no hash tables to the engine, so filling them and writing them as JSON is quick. */
function Bare(): void {}
Bare.prototype = Object.freeze(Object.create(null))

/** An object keyed by ids the caller chose: it inherits nothing, so that no id can reach a prototype. */
export function record<V>(entries: Iterable<readonly [string, V]>): Record<string, V> {
  const made = new (Bare as unknown as new () => Record<string, V>)()
  for (const [key, value] of entries) made[key] = value
  return made
}
