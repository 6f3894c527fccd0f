import type { Edited } from '@benchcast/server/gateway-file'
import type { Command } from 'commander'

const EXAMPLES = `
Examples:
  $ benchcast integration add                          # the predictive API becomes part of the gateway of gateway.json
  $ benchcast integration remove --config my-gateway.json
  $ benchcast integration restore
  $ benchcast serve --config gateway.json

The first change keeps the file as it was in <file>.bak; restore puts that back.`

const DEFAULT_FILE = 'gateway.json'

type Edit = (path: string) => Promise<Edited>

/** `benchcast integration`: which components a gateway's configuration file names. */
export function integrationCommand(program: Command): void {
  const command = program.command('integration').description("Add the predictive API to a gateway's configuration file, take it out, or put the file back").addHelpText('after', EXAMPLES)
  const edit = (name: string, description: string, load: () => Promise<Edit>) =>
    command
      .command(name)
      .description(description)
      .option('--config <file>', "the gateway's configuration file", DEFAULT_FILE)
      .addHelpText('after', EXAMPLES)
      .action(async ({ config }: { readonly config: string }) => console.log((await (await load())(config)).message))
  const editor = () => import('@benchcast/server/gateway-file')
  edit('add', 'add the predictive API; nothing is changed when it is there', async () => {
    const { addComponent } = await editor()
    return (path) => addComponent(path, 'predictive-performance')
  })
  edit('remove', 'take the predictive API out', async () => {
    const { removeComponent } = await editor()
    return (path) => removeComponent(path, 'predictive-performance')
  })
  edit('restore', 'put the file back as it was before the first change', async () => (await editor()).restoreFile)
}
