/** A clock that never goes back within the process, as UTC ISO-8601 with Z: stored times keep their order when the system clock is set back. */
export function monotonicClock(read: () => number = Date.now): () => string {
  let last = Number.NEGATIVE_INFINITY
  let text = ''
  return () => {
    const time = read()
    if (time > last) {
      last = time
      text = new Date(last).toISOString()
    }
    return text
  }
}
