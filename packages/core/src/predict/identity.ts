const numbers = new WeakMap<object, number>()
let last = 0

/** A number of an object of its own, for keys of what is remembered about it: two devices of one id need not be the same. */
export function identityOf(object: object): number {
  const known = numbers.get(object)
  if (known !== undefined) return known
  last += 1
  numbers.set(object, last)
  return last
}
