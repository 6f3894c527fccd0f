import { GraphBuilder } from '@benchcast/core/graph'
import { writeOnnx } from '@benchcast/core/graph/onnx'
import { loadRuntime } from './session.ts'

/** Whether an execution provider can be used here, and the runtime's words when not. */
export interface ProviderAnswer {
  readonly provider: string
  readonly isAvailable: boolean
  readonly message: string
}

/** Asks the runtime for each provider by opening a session of one operator with it alone. */
export async function askProviders(providers: readonly string[]): Promise<readonly ProviderAnswer[]> {
  const runtime = await loadRuntime()
  const known = new Set(runtime.listSupportedBackends().map(({ name }) => name))
  const model = smallestModel()
  const answers: ProviderAnswer[] = []
  for (const provider of providers) answers.push(known.has(provider) ? await tried(provider) : { provider, isAvailable: false, message: 'This build of ONNX Runtime does not have it.' })
  return answers

  async function tried(provider: string): Promise<ProviderAnswer> {
    try {
      const session = await runtime.InferenceSession.create(model, { executionProviders: [provider], logSeverityLevel: 4 })
      await session.release()
      return { provider, isAvailable: true, message: '' }
    } catch (error) {
      return { provider, isAvailable: false, message: firstLine(String((error as Error).message ?? error)) }
    }
  }
}

const firstLine = (text: string): string => text.split('\n', 1)[0]!.slice(0, 200)

/** One operator. */
export function smallestModel(): Uint8Array {
  const b = new GraphBuilder('smallest')
  b.output(b.relu(b.input('x', [1])))
  return writeOnnx(b.build(), { seed: 1 }).model
}
