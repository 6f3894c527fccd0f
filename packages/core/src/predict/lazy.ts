/**
 * A value that is made when it is first asked for.
 *
 * @example
 * const squares = lazy(() => [1, 4, 9])
 * squares() // made now
 * squares() // the same array
 */
export function lazy<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
