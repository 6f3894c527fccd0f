/** Digits of a figure that was kept in single precision. */
const DIGITS = 7

/**
 * A figure without what arithmetic left behind its digits.
 *
 * @example
 * rounded(399.9999925767388) // 400
 * rounded(-0.07500000000000001) // -0.075
 */
export const rounded = (figure: number): number => Number(figure.toPrecision(DIGITS))
