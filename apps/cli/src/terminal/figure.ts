/**
 * A number for people: three digits that count, thousands with commas.
 *
 * @example figure(12345.6) // '12,346'
 * @example figure(0.012345) // '0.0123'
 */
export const figure = (x: number): string => (Math.abs(x) >= 1000 ? Math.round(x).toLocaleString('en-US') : String(Number(x.toPrecision(3))))

/** @example percent(0.123) // '12 %' */
export const percent = (share: number): string => `${Math.round(100 * share)} %`
