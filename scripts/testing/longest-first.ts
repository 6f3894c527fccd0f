import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take twenty seconds and more, longest first; begun last, one of them would keep the other worker waiting. */
const LONGEST = ['schemathesis', 'evaluate', 'run-modes', 'python-client', 'browser-page', 'client-commands', 'examples', 'user-models', 'crash', 'serve', 'browser', 'hub', 'odd-values']
const rank = ({ moduleId }: TestSpecification): number => {
  const name = /([\w-]+)\.slow\.test\.ts$/.exec(moduleId)?.[1]
  const place = LONGEST.indexOf(name ?? '')
  return place < 0 ? LONGEST.length : place
}

/** Starts the longest files of a project first, whether or not an earlier run is remembered. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files)
    return usual.toSorted((a, b) => (a.project.name === b.project.name ? rank(a) - rank(b) : 0))
  }
}
