import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EndpointName } from '@benchcast/core/api'

/** Answers by endpoint. */
export type Examples = Partial<Record<EndpointName, unknown>>

/** The folder that is shown. */
const FOLDER = '.benchcast/generated_models'

/** Examples that are made with a folder of their own, which is removed afterwards: shown is the one that servers write to. */
export async function inExampleFolder(make: (folder: string) => Promise<Examples>): Promise<Examples> {
  const folder = await mkdtemp(join(tmpdir(), 'benchcast-examples-'))
  try {
    return JSON.parse(JSON.stringify(await make(folder)).replaceAll(JSON.stringify(folder).slice(1, -1), FOLDER))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
