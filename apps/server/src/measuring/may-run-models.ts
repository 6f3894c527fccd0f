import { BenchcastError } from '@benchcast/core/errors'
import type { FastifyRequest } from 'fastify'
import { isLoopback } from '../config.ts'
import type { Services } from '../services.ts'
import { isUserModel, userModelPath } from './user-model.ts'

type Caller = Pick<FastifyRequest, 'access' | 'ip'>
type World = Pick<Services, 'allowsModels' | 'measuring'>

/** Whether a caller may have models of their own run: with a key that has the scope `models:run`, or without one from this machine, where the server was started with `--allow-models`. */
export function mayRunModels({ access, ip }: Caller, { allowsModels }: Pick<World, 'allowsModels'>): boolean {
  return access.may('models:run') && (access.keyId !== null || (allowsModels && isLoopback(ip)))
}

/**
 * Refuses models of the user's (`file:`, `hub:`) that may not be run or are not there. Throws `insufficient_scope` or `forbidden` with what to do, and what {@link userModelPath} throws.
 */
export async function checkUserModels(caller: Caller, modelNames: readonly string[], world: World): Promise<void> {
  const named = modelNames.filter(isUserModel)
  if (named.length === 0) return
  if (!mayRunModels(caller, world)) throw refusal(caller)
  for (const modelName of named) await userModelPath(world.measuring.modelsFolder, modelName)
}

const refusal = ({ access }: Caller): BenchcastError =>
  access.keyId === null
    ? new BenchcastError(
        'forbidden',
        'Model files and models of the hub are not run for callers without a key: start the server with --allow-models to run them for callers of this machine, or send a key that has the scope models:run.',
      )
    : new BenchcastError('insufficient_scope', `The key '${access.who}' may not run model files: use one that has the scope models:run.`)
