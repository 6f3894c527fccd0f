/** A program of its own, so that what it costs is not the server's: posts a large request and meanwhile asks /health again and again. Prints what it saw as JSON. */
import { largeBody } from './large-body.ts'

const [url, rows] = [process.argv[2]!, Number(process.argv[3])]
const body = largeBody(rows)
let running = true
const start = performance.now()
const answer = fetch(`${url}/api/v1/model-performance/run-benchmark`, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).finally(() => {
  running = false
})
const probesMs: number[] = []
while (running) {
  const asked = performance.now()
  await (await fetch(`${url}/health`)).text()
  probesMs.push(performance.now() - asked)
  await new Promise((resolve) => setTimeout(resolve, 5))
}
const { status } = await answer
console.log(JSON.stringify({ status, bytes: body.length, totalMs: performance.now() - start, probesMs }))
