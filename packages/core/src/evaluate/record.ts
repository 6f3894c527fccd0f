/** An object keyed by ids the caller chose: without a prototype, so that no id can reach one. */
export function record<V>(entries: Iterable<readonly [string, V]>): Record<string, V> {
  const made: Record<string, V> = Object.create(null)
  for (const [key, value] of entries) made[key] = value
  return made
}
