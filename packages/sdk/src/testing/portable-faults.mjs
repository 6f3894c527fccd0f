/** What goes wrong must go wrong alike in every runtime, in plain JavaScript; the server does `DEEDS` one after the other. Gives what came of each. */
export async function faults({ Benchcast }, baseUrl) {
  const client = new Benchcast({ baseUrl, apiKey: null, logLevel: 'off' })
  const once = client.withOptions({ maxRetries: 0 })
  const named = (promise) =>
    Promise.resolve(promise).then(
      () => 'an answer',
      ({ name }) => name,
    )
  const states = []
  return {
    busy: await named(client.measurements.list()),
    reset: await named(client.measurements.list()),
    cutOff: await named(client.measurements.list()),
    alwaysBusy: await named(client.measurements.list()),
    silent: await named(once.measurements.list({}, { timeoutMs: 100 })),
    aborted: await named(client.measurements.list({}, { signal: AbortSignal.timeout(100) })),
    unreachable: await named(once.withOptions({ baseUrl: 'http://127.0.0.1:9' }).measurements.list()),
    asked: await named(client.tasks.wait('task-1', { onProgress: ({ progress }) => states.push(progress) })),
    states,
  }
}
