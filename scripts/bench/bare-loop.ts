import { feedsOf, loadRuntime, openSession } from '../../packages/bench/src/runner/session.ts'

/** A bare loop around `session.run`, in a process of its own: what the runner is measured against. Prints seconds per run. */
const [modelPath, inputs, runs] = process.argv.slice(2) as [string, string, string]
const runtime = await loadRuntime()
const session = await openSession(runtime, { modelPath, providers: ['cpu'] })
const feeds = feedsOf(
  runtime,
  session,
  (JSON.parse(inputs) as { name: string; type: 'float32'; shape: number[]; bytes: string }[]).map((input) => ({ ...input, bytes: new Uint8Array(Buffer.from(input.bytes, 'base64')) })),
)
for (let i = 0; i < 1000; i++) await session.run(feeds)
const started = performance.now()
for (let i = 0; i < Number(runs); i++) await session.run(feeds)
console.log((performance.now() - started) / 1000 / Number(runs))
