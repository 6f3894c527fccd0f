/**
 * A count in words of a person: three digits and a unit.
 *
 * @example shownCount(109_482_240) // '109 M'
 */
export function shownCount(count: number): string {
  const [unit, factor] = count >= 1e12 ? ['T', 1e12] : count >= 1e9 ? ['B', 1e9] : count >= 1e6 ? ['M', 1e6] : ['k', 1e3]
  return `${Number((count / factor).toPrecision(3))} ${unit}`
}
