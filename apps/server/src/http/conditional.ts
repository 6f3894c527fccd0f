/** A strong entity tag. Ids and formats hold no quote. */
export const etagOf = (...parts: readonly string[]): string => `"${parts.join('.')}"`

/** Whether If-None-Match names the tag (RFC 9110 13.1.2: weak comparison, `*` matches anything that exists). */
export function matchesEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch.split(',').some((candidate) => {
    const tag = candidate.trim()
    return tag === '*' || tag === etag || tag === `W/${etag}`
  })
}
