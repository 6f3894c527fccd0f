import {
  type AvailableHardware,
  availableHardware,
  type BenchmarkQuestion,
  type BenchmarkResult,
  type CheckResult,
  type FetchProgress,
  type FileQuestion,
  type FileResult,
  type Fingerprint,
  fingerprint,
  ModelFiles,
  questionOnDisk,
  resultOf,
  runsInBrowser,
} from '@benchcast/bench'
import { PLATFORMS, type Platform } from '@benchcast/core/hardware'
import { OpenPages, type PageCall } from '../browser-page/open-pages.ts'
import type { BenchKind, BenchKinds } from './bench-thread.ts'
import { type BenchCall, BenchThreads } from './bench-threads.ts'
import { DeviceTurns } from './device-turns.ts'
import { FIRST_RUN_EXTRA_SECONDS } from './long-run-watch.ts'
import { withoutFolder } from './user-model.ts'

/** Platforms that are asked of together: those of ONNX Runtime, and those of a browser, which takes seconds to start. */
const HARDWARE_GROUPS = [PLATFORMS.filter((platform) => !runsInBrowser(platform)), PLATFORMS.filter(runsInBrowser)]

/** A measurement in a browser that somebody opens. */
export interface PageQuestion {
  readonly runId: string
  /** What the person reads. */
  readonly title: string
  readonly question: BenchmarkQuestion
}

/** How a model is run that the caller brings. */
type UserCall<Kind extends BenchKind> = Omit<BenchCall<Kind>, 'folder'> & { readonly onFetch?: (progress: FetchProgress) => void }

const fetching = ({ signal, onFetch }: Pick<UserCall<BenchKind>, 'signal' | 'onFetch'>) => ({ signal, ...(onFetch && { onProgress: onFetch }) })

/** What measuring needs and everything that measures shares: models on disk, and what this machine is. Each is made when first asked for. */
export class Measuring {
  /** Folder of the user's own models. */
  readonly modelsFolder: string
  /** Time that a first run may take beyond what any other may. */
  readonly firstRunExtraSeconds: number
  /** What waits for a browser, or runs in one. */
  readonly pages = new OpenPages()
  /** Whose turn it is on each device. */
  readonly turns = new DeviceTurns()
  readonly #threads = new BenchThreads()
  #files: Promise<ModelFiles> | undefined
  readonly #hardware = new Map<readonly Platform[], Promise<readonly AvailableHardware[]>>()
  #machine: Promise<Fingerprint> | undefined

  constructor({ modelsFolder = '', firstRunExtraSeconds = FIRST_RUN_EXTRA_SECONDS }: { readonly modelsFolder?: string; readonly firstRunExtraSeconds?: number | undefined } = {}) {
    this.modelsFolder = modelsFolder
    this.firstRunExtraSeconds = firstRunExtraSeconds
  }

  /** Models written so far. */
  files(): Promise<ModelFiles> {
    this.#files ??= ModelFiles.create()
    return this.#files
  }

  /** Platforms, and whether this machine has them; all when none are named. The runtime is asked once, and a browser only when somebody wants to know of its platforms. */
  async hardware(platforms: readonly Platform[] = PLATFORMS): Promise<readonly AvailableHardware[]> {
    const groups = HARDWARE_GROUPS.filter((group) => group.some((platform) => platforms.includes(platform)))
    const found = (await Promise.all(groups.map((group) => this.#ask(group)))).flat()
    return found.filter(({ platform }) => platforms.includes(platform))
  }

  #ask(group: readonly Platform[]): Promise<readonly AvailableHardware[]> {
    const known = this.#hardware.get(group) ?? availableHardware(group)
    this.#hardware.set(group, known)
    return known
  }

  machine(): Promise<Fingerprint> {
    this.#machine ??= fingerprint()
    return this.#machine
  }

  /** Measures one configuration, beside the event loop and alone on its device. Throws what {@link BenchThreads.run} throws. */
  measure(device: string, question: BenchmarkQuestion, call: Omit<BenchCall<'benchmark'>, 'folder'>): Promise<BenchmarkResult> {
    return this.#run('benchmark', device, question, call)
  }

  /** Measures a model of the user's as {@link measure} does one of ours; one of the hub is fetched before its turn. Throws what `benchmarkFile` and `fetchFromHub` throw too. */
  measureFile(device: string, question: FileQuestion, call: UserCall<'file'>): Promise<FileResult> {
    return this.#ofUser(questionOnDisk(question, fetching(call)).then((found) => this.#run('file', device, found, call)))
  }

  /** Has one configuration measured in a browser that somebody opens. Throws what {@link OpenPages.measure} throws. */
  async measureOnPage({ runId, title, question }: PageQuestion, call: PageCall): Promise<BenchmarkResult> {
    const { folder } = await this.files()
    const job = await this.#threads.run('prepare', question, { folder, limits: {}, signal: call.signal, onStep: () => {} })
    return resultOf(await this.pages.measure(runId, title, job, call), question)
  }

  /** Tests a model on a device, beside the event loop and alone there. Throws what {@link BenchThreads.run} throws. */
  test(device: string, { subject, type }: BenchKinds['test']['question'], call: UserCall<'test'>): Promise<readonly CheckResult[]> {
    if (!('path' in subject)) return this.#run('test', device, { subject, type }, call)
    return this.#ofUser(questionOnDisk(subject, fetching(call)).then((found) => this.#run('test', device, { subject: found, type }, call)))
  }

  #ofUser<T>(running: Promise<T>): Promise<T> {
    return running.catch(async (error: unknown) => {
      throw await withoutFolder(error, this.modelsFolder)
    })
  }

  async #run<Kind extends BenchKind>(kind: Kind, device: string, question: BenchKinds[Kind]['question'], call: Omit<BenchCall<Kind>, 'folder'>): Promise<BenchKinds[Kind]['result']> {
    const { folder } = await this.files()
    return this.turns.take(device, () => this.#threads.run(kind, question, { ...call, folder }))
  }

  /** Ends what is being measured and deletes the models. */
  async close(): Promise<void> {
    await this.#threads.close()
    await (await this.#files)?.remove()
  }
}
