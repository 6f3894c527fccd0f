import { existsSync } from 'node:fs'
import { REPORT_FORMATS, type ReportFormat, type RunDocument } from '@benchcast/core/api'
import { type Command, Option } from 'commander'
import { examplesText } from '../api/api-command.ts'
import { readJsonObject } from '../evaluate/json-object.ts'
import { runAnswer } from '../evaluate/run-answer.ts'
import { formatOfReport, reportText, writeReport } from '../evaluate/write-report.ts'
import { CommandError } from '../exit-codes.ts'
import { addOutputOptions, type OutputFlags, outputOf } from '../output/output-options.ts'
import { addPlaceOptions, type PlaceFlags } from '../server/place-options.ts'
import { withServer } from '../server/with-server.ts'

const EXAMPLES = examplesText({
  examples: ['report latest', 'report benchmark-run-… --out report.html', 'report latest --as markdown > report.md', 'report run.json --out report.html'],
  note: 'RUN is the id of a stored run, latest, or a file that benchcast evaluate --json has written; such a file needs no server.',
})

type Flags = PlaceFlags & OutputFlags & { readonly as?: ReportFormat; readonly out?: string }

/** `benchcast report`: a run as a page, or its report as a file. */
export function reportCommand(program: Command): void {
  const command = program
    .command('report')
    .description('Show a run, or write its report as HTML, Markdown, CSV or JSON')
    .argument('[run]', 'id of a stored run, latest, or a file with a run', 'latest')
    .addOption(new Option('--as <format>', 'print the report in this format').choices(Object.keys(REPORT_FORMATS)))
    .option('--out <file>', 'write the report; the ending of its name tells the format')
    .addHelpText('after', EXAMPLES)
    .action(report)
  addPlaceOptions(command.optionsGroup('Whom to ask:'))
  addOutputOptions(command.optionsGroup('How to print:')).optionsGroup('Options:')
}

async function report(run: string, flags: Flags): Promise<void> {
  const output = outputOf(flags)
  if (flags.out !== undefined) formatOfReport(flags.out)
  const document = (await documentInFile(run)) ?? (await storedRun(run, flags))
  if (flags.out !== undefined) {
    await writeReport(flags.out, document)
    return output.note(`Wrote ${flags.out}.`)
  }
  if (flags.as !== undefined) return void process.stdout.write(await reportText(document, flags.as))
  output.print(runAnswer(document))
}

/** The run that a file holds; undefined where there is no such file. */
async function documentInFile(path: string): Promise<RunDocument | undefined> {
  if (!existsSync(path)) return undefined
  const object = await readJsonObject(path)
  if (object && 'document' in object) return object.document
  throw new CommandError('usage', `${path} holds no run: benchcast evaluate ${path} --report report.html evaluates predictions.`)
}

/** A stored run by its id, or the newest one. */
export function storedRun(run: string, flags: PlaceFlags): Promise<RunDocument> {
  return withServer(flags, async ({ client }) => {
    const id = run === 'latest' ? (await client.evaluate.list({ limit: 1 })).runs[0]?.run_id : run
    if (id === undefined) throw new CommandError('notFound', 'No run is stored: benchcast evaluate FILE --save stores one.')
    return (await client.evaluate.get(id)).run as RunDocument
  })
}
