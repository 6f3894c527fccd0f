import { join } from 'node:path'
import { type Benchmark, floorLine, limitLine } from './benchmark.ts'
import { getRepeatedly, type Load, postRepeatedly } from './load.ts'
import { during, inFolder, startBenchcast } from './processes.ts'

const PREFIX = '/api/predictive-performance'
const CONNECTIONS = 32
const PREDICTION = { model_name: 'bert-base-uncased', batch_size: 8, sequence_length: 128, precision: 'fp16', hardware: 'cuda' }

const milliseconds = (value: number) => `${value.toFixed(2)} ms`
const percent = (value: number) => `${(100 * value).toFixed(0)} %`
/** Mean time of one request when a single caller sends one after the other. */
const meanMs = ({ requestsPerSecond }: Load) => 1000 / requestsPerSecond

/** The same requests to a component directly and through a gateway in another process, in turns. */
export const gateway: Benchmark = {
  name: 'gateway',
  title: `Through the gateway instead of directly, one caller and ${CONNECTIONS}`,
  run: ({ quick }) =>
    inFolder((folder) =>
      during(startBenchcast(join(folder, 'component.duckdb'), ['--only', 'predictive-performance']), (component) =>
        during(startBenchcast(join(folder, 'gateway.duckdb'), ['--upstreams', `predictive-performance=${component.url}`]), async (front) => {
          const seconds = quick ? 1 : 4
          const predict = (url: string, connections: number) => postRepeatedly(`${url}${PREFIX}/predict-performance?wait=5`, PREDICTION, connections, seconds, folder)
          const list = (url: string, connections: number) => getRepeatedly(`${url}${PREFIX}/predictions?limit=10`, connections, seconds)
          for (const url of [component.url, front.url]) await predict(url, CONNECTIONS)
          const pairOf = async (load: typeof predict, connections: number) => ({ direct: await load(component.url, connections), through: await load(front.url, connections) })
          const [alone, lists, predictions] = [await pairOf(list, 1), await pairOf(list, CONNECTIONS), await pairOf(predict, CONNECTIONS)]
          const share = ({ direct, through }: typeof lists) => through.requestsPerSecond / direct.requestsPerSecond
          const all = [alone, lists, predictions].flatMap(({ direct, through }) => [direct, through])
          const rates = (name: string, { direct, through }: typeof lists) => `${name}: ${direct.requestsPerSecond.toFixed(0)}/s directly, ${through.requestsPerSecond.toFixed(0)}/s through the gateway`
          return {
            lines: [
              limitLine('time the gateway adds', meanMs(alone.through) - meanMs(alone.direct), 1, milliseconds),
              floorLine('lists, share of the direct rate', share(lists), 0.5, percent),
              floorLine('predictions, share of the direct rate', share(predictions), 0.5, percent),
              limitLine(
                'requests that failed',
                all.reduce((sum, { failed }) => sum + failed, 0),
                0,
                String,
              ),
            ],
            notes: [rates('one caller', alone), rates('lists', lists), rates('predictions', predictions)],
          }
        }),
      ),
    ),
}
