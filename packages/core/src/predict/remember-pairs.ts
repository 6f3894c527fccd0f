/**
 * A function of two objects whose values are remembered for as long as both objects live.
 *
 * @example
 * const sameBins = rememberPairs((a: Bins, b: Bins) => a.every((value, i) => value === b[i]))
 */
export function rememberPairs<A extends object, B extends object, Value>(compute: (a: A, b: B) => Value): (a: A, b: B) => Value {
  const known = new WeakMap<A, WeakMap<B, { readonly value: Value }>>()
  return (a, b) => {
    const ofA = known.get(a) ?? new WeakMap<B, { readonly value: Value }>()
    known.set(a, ofA)
    const made = ofA.get(b) ?? { value: compute(a, b) }
    ofA.set(b, made)
    return made.value
  }
}
