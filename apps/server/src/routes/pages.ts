/** An RFC 8288 Link to the next page: the same address with the cursor in place of the offset. */
export function nextLink(url: string, cursor: string): string {
  const next = new URL(url, 'http://localhost')
  next.searchParams.delete('offset')
  next.searchParams.set('cursor', cursor)
  return `<${next.pathname}${next.search}>; rel="next"`
}
