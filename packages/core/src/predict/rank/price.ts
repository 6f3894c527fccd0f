import { LIST_PRICES, type ListPrice } from '../../hardware/index.ts'
import type { Prediction } from '../prediction.ts'

/** Prices per hour by platform, device id or device name, in one currency. */
export type Prices = Readonly<Record<string, number>>

/** What a device costs an hour: what the caller says, else in USD what a cloud asks. */
export interface Price {
  readonly perHour: number
  /** The offer it was taken from; absent where the caller named the price. */
  readonly list?: ListPrice
}

const isGiven = (prices: Prices): boolean => Object.keys(prices).length > 0

/**
 * The price of the device of a prediction; the most specific of the caller's wins. List prices count only where the caller sends none: next to prices of another currency or contract they would compare
 * what cannot be compared. Undefined where it is not known.
 */
export function priceOf({ device, request }: Prediction, prices: Prices = {}): Price | undefined {
  const own = prices[device.id] ?? prices[device.name] ?? prices[request.device ?? device.id] ?? prices[request.platform]
  if (own !== undefined) return { perHour: own }
  const list = isGiven(prices) ? undefined : LIST_PRICES.get(device.id)
  return list && { perHour: list.usdPerHour, list }
}

/** Why a device without a price cannot be judged by it, and what to send. */
export function priceMissing({ device, request }: Prediction, prices: Prices = {}): string {
  const remedy = `send it in \`prices\`, as {"${request.platform}": 1.5} or by device`
  if (!isGiven(prices)) return `its price is not known, and no list price of it is: ${remedy}`
  const list = LIST_PRICES.get(device.id)
  return `its price is not among yours: ${remedy}${list === undefined ? '' : `; its list price is ${listed(list)}`}`
}

/** A list price in words. */
const listed = ({ usdPerHour, ...rest }: ListPrice): string => `${usdPerHour} USD per hour (${offerOf(rest)})`

const offerOf = ({ offer, region, asOf }: Omit<ListPrice, 'usdPerHour'>): string => `${offer}, ${region}, on demand, ${asOf}`

/**
 * Where a price comes from, in words.
 *
 * @example priceSource(price) // 'list price in USD: AWS g4dn.xlarge, us-east-1, on demand, 2025-06'
 */
export const priceSource = ({ list }: Price): string => (list === undefined ? 'yours' : `list price in USD: ${offerOf(list)}`)
