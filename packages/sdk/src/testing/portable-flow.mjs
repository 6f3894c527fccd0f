/** What every runtime must be able to do, in plain JavaScript: gives what came of it. */
export async function flow({ Benchcast, NotFoundError, PredictivePerformanceClient, UnprocessableEntityError }, baseUrl, apiKey) {
  let frames = 0
  class Counted extends (globalThis.WebSocket ?? Object) {
    constructor(...args) {
      super(...args)
      this.addEventListener('message', () => frames++)
    }
  }
  const client = new Benchcast({ baseUrl, apiKey, logLevel: 'off', ...(globalThis.WebSocket && { WebSocket: Counted }) })
  const run = await client.evaluate.run({
    benchmark_name: 'Credit risk',
    dataset_id: 'credit-1',
    task_type: 'classification',
    model_predictions: { forest: new Uint8Array([0, 1, 0, 1, 0]), net: [0, 1, 1, 1, 0] },
    ground_truth: [0, 1, 0, 1, 0],
  })
  const progress = []
  const task = await client.tasks.wait(client.predict.hardware({ model_name: 'bert-base-uncased', available_hardware: ['cpu', 'cuda'], predict_performance: true }), {
    onProgress: (state) => progress.push(state.progress),
  })
  const recorded = await client.tasks.wait(client.measurements.record({ model_name: 'bert-base-uncased', hardware_platform: 'cpu', throughput: 12.5, latency: 80 }))
  const events = []
  for await (const { status } of client.tasks.events(recorded.task_id)) events.push(status)
  const stored = await client.database.measurements.list({ model_name: 'bert-base-uncased' }).toArray({ limit: 10 })
  const csv = await (await client.database.measurements.download({ format: 'csv' })).text()
  const unknown = await client.evaluate.get('nothing').catch((error) => error)
  const wrong = await client.predict.hardware({ model_name: '' }).catch((error) => error)
  const classic = await new PredictivePerformanceClient({ baseUrl, apiKey }).predictHardware({ modelName: 'bert-base-uncased', wait: true })
  return {
    best: run.comparison_results.best_models.accuracy,
    recommended: ['cpu', 'cuda'].includes(task.result.primary_recommendation),
    interval: task.result.performance.intervals.throughput.length,
    followed: globalThis.WebSocket === undefined || frames > 0,
    lastProgress: progress.at(-1),
    events,
    stored: stored.map(({ throughput }) => throughput),
    csvLines: csv.trim().split('\n').length,
    unknown: unknown instanceof NotFoundError && [unknown.status, unknown.code, typeof unknown.requestId],
    wrong: wrong instanceof UnprocessableEntityError && wrong.errors.map(({ pointer }) => pointer),
    classic: classic.status,
  }
}
