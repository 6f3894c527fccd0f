import { parentPort } from 'node:worker_threads'
import { makePages } from './pages.ts'
import { STOPPED } from './stopped.ts'

// Runs in a worker thread: makes the pages once, unless it is told to stop before they are made.
const port = parentPort!
const stop = new AbortController()
port.once('message', () => stop.abort(STOPPED))
const pages = await makePages(stop.signal).catch((error: unknown) => (stop.signal.aborted ? STOPPED : Promise.reject(error)))
port.postMessage(pages)
port.close()
