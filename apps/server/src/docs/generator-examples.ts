import { ENDPOINTS, type Endpoint } from '@benchcast/core/api'
import type { Answer } from '../http/answer.ts'
import { parsePart } from '../http/validate.ts'
import type { JobQueue } from '../jobs/queue.ts'
import * as handlers from '../routes/generator.ts'
import { RunBook } from '../runs/run-book.ts'
import { type Examples, inExampleFolder } from './example-folder.ts'
import { ExampleMeasuring } from './example-measuring.ts'
import { EXAMPLE_TIME, fixedIds, withExampleQueue } from './example-queue.ts'

/** Lines of a script that are shown. */
const SHOWN_LINES = 12

/** The answers that the Generator API really gives to the requests shown as examples, from a database in memory and a folder that is removed afterwards. */
export const generatorExamples = (): Promise<Examples> => inExampleFolder(examplesIn)

function examplesIn(generatedFolder: string): Promise<Examples> {
  const measuring = new ExampleMeasuring()
  return withExampleQueue(measuring, async (jobs, store) => {
    const services = { store, measuring, jobs, runs: new RunBook(jobs, store), generatedFolder, now: () => EXAMPLE_TIME, newId: fixedIds() }
    const call = (endpoint: Endpoint, params: object = {}) =>
      ({ params, query: {}, services, reply: {}, request: { headers: {} }, body: () => parsePart(endpoint.body!, endpoint.examples!.request, 'body') }) as never
    const generateScript = parsed(await handlers.generateScript(call(ENDPOINTS.generateScript)))
    const { task_id } = generateScript as { task_id: string }
    await ended(jobs, task_id)
    const ofTask = call(ENDPOINTS.getGeneratorStatus, { task_id })
    const { content } = (await handlers.getGeneratedFile(ofTask)) as { content: string }
    const generateScripts = parsed(await handlers.generateScripts(call(ENDPOINTS.generateScripts)))
    // What still writes would put files into a folder that is being removed.
    for (const id of (generateScripts as { task_ids: readonly string[] }).task_ids) await ended(jobs, id)
    return {
      generateScript,
      generateScripts,
      getGeneratorStatus: await handlers.getGeneratorStatus(ofTask),
      getGeneratorResult: await handlers.getGeneratorResult(ofTask),
      getGeneratedFile: { content: `${content.split('\n', SHOWN_LINES).join('\n')}\n...` },
      listTemplates: await handlers.listTemplates(ofTask),
      listGeneratorHardware: await handlers.listGeneratorHardware(ofTask),
    }
  })
}

const ended = async (jobs: JobQueue, id: string) => (await jobs.book.find(id))!.ended(AbortSignal.timeout(30_000))

const parsed = (answer: unknown): unknown => JSON.parse((answer as Answer).body as string)
