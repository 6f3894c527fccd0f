import { IMPORTS, type Importer } from '@benchcast/core/imports'
import { code, table } from './markdown.ts'

const NOTE = `The format is found by what a file holds, whatever its name; a file that fits none, or two, is refused with this list. Figures become samples per second, milliseconds and megabytes of 2²⁰ bytes; \
a recorded latency is the median where the file has one, else the mean, and a standard deviation is always that of a sample (divided by n − 1).

What a file leaves out (most name no hardware, some no model) the caller gives; what the file says wins. A measurement still without model or platform is refused. \
A run that failed, was cancelled, or that its tool marks invalid is kept as invalid, with a warning. Only a valid forward pass or training step in one of our number formats is comparable with a prediction: \
a request to a loaded server, a whole generated answer and a whole program are kept, and are something else.`

/** Every format that can be imported. */
export function importsPage(): string {
  return `# Imports\n\n${IMPORTS.size} formats of other tools are read.\n\n${NOTE}\n\n${table(['Format', 'Id', 'Files', 'What is taken', 'Written too'], [...IMPORTS.values()].map(row))}\n`
}

const row = ({ id, title, files, url, takes, writes }: Importer): string[] => [`[${title}](${url})`, code(id), files.join('; '), takes, writes === true ? 'yes' : '']
