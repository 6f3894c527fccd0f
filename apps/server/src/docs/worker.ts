import { parentPort } from 'node:worker_threads'
import { makePages } from './pages.ts'

parentPort!.postMessage(await makePages())
