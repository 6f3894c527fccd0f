import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ENDPOINTS, type Endpoint, type EndpointName } from '@benchcast/core/api'
import type { Answer } from '../http/answer.ts'
import { parsePart } from '../http/validate.ts'
import * as handlers from '../routes/generator.ts'
import { RunBook } from '../runs/run-book.ts'
import { ExampleMeasuring } from './example-measuring.ts'
import { EXAMPLE_TIME, fixedIds, withExampleQueue } from './example-queue.ts'

type Examples = Partial<Record<EndpointName, unknown>>

/** The folder that is shown. */
const FOLDER = '.benchcast/generated_models'
/** Lines of a script that are shown. */
const SHOWN_LINES = 12

/** The answers that the Generator API really gives to the requests shown as examples, from a database in memory and a folder that is removed afterwards. */
export async function generatorExamples(): Promise<Examples> {
  const folder = await mkdtemp(join(tmpdir(), 'benchcast-examples-'))
  try {
    const examples = await examplesIn(folder)
    return JSON.parse(JSON.stringify(examples).replaceAll(JSON.stringify(folder).slice(1, -1), FOLDER))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function examplesIn(generatedFolder: string): Promise<Examples> {
  const measuring = new ExampleMeasuring()
  return withExampleQueue(measuring, async (jobs, store) => {
    const services = { store, measuring, jobs, runs: new RunBook(jobs, store), generatedFolder, now: () => EXAMPLE_TIME, newId: fixedIds() }
    const call = (endpoint: Endpoint, params: object = {}) =>
      ({ params, query: {}, services, reply: {}, request: { headers: {} }, body: () => parsePart(endpoint.body!, endpoint.examples!.request, 'body') }) as never
    const generateScript = parsed(await handlers.generateScript(call(ENDPOINTS.generateScript)))
    const { task_id } = generateScript as { task_id: string }
    await (await jobs.book.find(task_id))!.ended(AbortSignal.timeout(30_000))
    const ofTask = call(ENDPOINTS.getGeneratorStatus, { task_id })
    const { content } = (await handlers.getGeneratedFile(ofTask)) as { content: string }
    return {
      generateScript,
      generateScripts: parsed(await handlers.generateScripts(call(ENDPOINTS.generateScripts))),
      getGeneratorStatus: await handlers.getGeneratorStatus(ofTask),
      getGeneratorResult: await handlers.getGeneratorResult(ofTask),
      getGeneratedFile: { content: `${content.split('\n', SHOWN_LINES).join('\n')}\n...` },
      listTemplates: await handlers.listTemplates(ofTask),
      listGeneratorHardware: await handlers.listGeneratorHardware(ofTask),
    }
  })
}

const parsed = (answer: unknown): unknown => JSON.parse((answer as Answer).body as string)
