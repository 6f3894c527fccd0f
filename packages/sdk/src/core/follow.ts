import { UserAbortError, WaitTimeoutError } from './errors.ts'
import { sleep } from './retry.ts'

/** What is known of a task or run at a moment. */
export interface State {
  readonly status: string
  readonly progress: number
}

/** How something is followed. */
export interface Source<S extends State> {
  readonly id: string
  /** Address of the WebSocket. */
  readonly url: string
  /** Undefined: asks again and again. */
  readonly WebSocket: typeof globalThis.WebSocket | undefined
  readonly apiKey: string | undefined
  /** Asks for the present state; waits for news where the server can. */
  readonly ask: (signal: AbortSignal) => Promise<S>
}

const GOING_ON = new Set(['pending', 'initializing', 'running'])
const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 2000

/** Whether a task or run with this status has come to its end. */
export const hasEnded = ({ status }: State): boolean => !GOING_ON.has(status)

/** What `wait` can be told. */
export interface WaitOptions<S extends State = State> {
  /** Called with every state, the present one first and the last one too. */
  readonly onProgress?: ((state: S) => void) | undefined
  readonly signal?: AbortSignal | undefined
  /** Longest wait, milliseconds; without one for as long as it takes. */
  readonly timeoutMs?: number | undefined
}

/** Follows a task or run to its end and gives its last state, whatever that is. */
export async function follow<S extends State>(source: Source<S>, { onProgress = () => {}, signal, timeoutMs }: WaitOptions<S> = {}): Promise<S> {
  if (signal?.aborted) throw new UserAbortError(signal.reason)
  const stop = new AbortController()
  const abort = () => stop.abort()
  const timer = timeoutMs === undefined ? undefined : setTimeout(abort, timeoutMs)
  signal?.addEventListener('abort', abort, { once: true })
  try {
    const last = source.WebSocket === undefined ? undefined : await listen(source, source.WebSocket, onProgress, stop.signal)
    return last ?? (await poll(source, onProgress, stop.signal))
  } catch (error) {
    if (signal?.aborted) throw new UserAbortError(signal.reason)
    if (stop.signal.aborted) throw new WaitTimeoutError(source.id, timeoutMs!)
    throw error
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

/** The last state as the WebSocket tells it; undefined when it cannot be opened, breaks off or knows nothing of it, so that asking takes over and says why. */
function listen<S extends State>({ url, apiKey }: Source<S>, WebSocket: typeof globalThis.WebSocket, onState: (state: S) => void, signal: AbortSignal): Promise<S | undefined> {
  const socket = new WebSocket(url, apiKey === undefined ? ['benchcast'] : ['benchcast', `benchcast.key.${apiKey}`])
  return new Promise<S | undefined>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new UserAbortError()), { once: true })
    socket.onerror = () => resolve(undefined)
    socket.onclose = () => resolve(undefined)
    socket.onmessage = ({ data }) => {
      try {
        const state = JSON.parse(String(data)) as S
        if (state.status === undefined) return resolve(undefined)
        onState(state)
        if (hasEnded(state)) resolve(state)
      } catch (error) {
        reject(error)
      }
    }
  }).finally(() => socket.close())
}

/** Asks until it has ended; `onState` hears of what has changed. */
async function poll<S extends State>({ ask }: Source<S>, onState: (state: S) => void, signal: AbortSignal): Promise<S> {
  let told: string | undefined
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    const state = await ask(signal)
    const text = JSON.stringify(state)
    if (text !== told) onState(state)
    told = text
    if (hasEnded(state)) return state
    await sleep(pause, signal)
  }
}

/** Every state up to the last one. Leaving the loop early stops following. */
export async function* states<S extends State>(source: Source<S>, { signal, timeoutMs }: Omit<WaitOptions<S>, 'onProgress'> = {}): AsyncGenerator<S> {
  const stop = new AbortController()
  const abort = () => stop.abort(signal?.reason)
  if (signal?.aborted) abort()
  signal?.addEventListener('abort', abort, { once: true })
  const heard = new ReadableStream<S>({
    start: (to) =>
      void follow(source, { signal: stop.signal, timeoutMs, onProgress: (state) => to.enqueue(state) }).then(
        () => to.close(),
        (error) => to.error(error),
      ),
  }).getReader()
  try {
    for (let next = await heard.read(); !next.done; next = await heard.read()) yield next.value
  } finally {
    abort()
    signal?.removeEventListener('abort', abort)
  }
}
