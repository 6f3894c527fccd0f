/**
 * The data of a stream of server-sent events, one JSON value each; comments and other fields are left out.
 *
 * @example for await (const state of serverSentEvents<Task>(response)) console.log(state.progress)
 */
export async function* serverSentEvents<T>(response: Response): AsyncGenerator<T> {
  if (response.body === null) return
  const reader = response.body.pipeThrough(new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array>).getReader()
  let text = ''
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      const events = (text + value).split(/\r?\n\r?\n/)
      text = events.pop()!
      for (const event of events) {
        const data = dataOf(event)
        if (data !== '') yield JSON.parse(data) as T
      }
    }
  } finally {
    await reader.cancel()
  }
}

const dataOf = (event: string): string =>
  event
    .split(/\r?\n/)
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice('data:'.length).trimStart())
    .join('\n')
