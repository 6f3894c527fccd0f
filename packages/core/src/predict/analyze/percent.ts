/** Beyond this share a number of percent says nothing more. */
const MOST = 100

/**
 * A share as people read it.
 *
 * @example
 * percent(0.294, 1) // '29.4 %'
 * percent(4.2e299) // 'more than 10,000 %'
 */
export const percent = (share: number, digits = 0): string => (share > MOST ? `more than ${(100 * MOST).toLocaleString('en')} %` : `${(share * 100).toFixed(digits)} %`)
