/** One entry of an Accept header. */
interface Range {
  readonly type: string
  readonly subtype: string
  readonly q: number
}

function parseAccept(accept: string): readonly Range[] {
  return accept.split(',').flatMap((entry) => {
    const [media = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase())
    const [type, subtype] = media.split('/')
    if (!type || !subtype) return []
    const q = parameters.find((p) => p.startsWith('q='))?.slice(2) ?? '1'
    return [{ type, subtype, q: /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(q) ? Number(q) : 0 }]
  })
}

/** RFC 9110: the most specific range that matches a type decides its weight. */
function weightOf(mediaType: string, ranges: readonly Range[]): number {
  const [type, subtype] = mediaType.split('/')
  const exact = ranges.find((r) => r.type === type && r.subtype === subtype)
  const family = ranges.find((r) => r.type === type && r.subtype === '*')
  const any = ranges.find((r) => r.type === '*' && r.subtype === '*')
  return (exact ?? family ?? any)?.q ?? 0
}

/**
 * The offered media type a client likes best, the earlier one on a tie; undefined when it accepts none. No or an empty Accept header accepts all.
 *
 * @example negotiate('text/html;q=0.8, text/csv', ['application/json', 'text/html', 'text/csv']) // 'text/csv'
 */
export function negotiate<T extends string>(accept: string | undefined, offers: readonly T[]): T | undefined {
  if (accept === undefined || accept.trim() === '') return offers[0]
  const ranges = parseAccept(accept)
  let best: T | undefined
  let weight = 0
  for (const offer of offers) {
    const w = weightOf(offer, ranges)
    if (w > weight) [best, weight] = [offer, w]
  }
  return best
}
