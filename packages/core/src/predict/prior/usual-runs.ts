import { RecentlyUsed } from '../../models/recently-used.ts'
import { type Facts, factsOf } from '../facts/facts.ts'
import { identityOf } from '../identity.ts'
import { lazy } from '../lazy.ts'
import type { Reference } from '../surface/atlas.ts'
import type { Workload } from '../workload.ts'

/** How a workload was run, besides what it is: what callers rarely say and measurements do. */
const RUN_FACTS = ['framework', 'phase', 'compiled', 'autocast', 'layout', 'threads', 'source'] as const satisfies readonly (keyof Workload)[]
/** What a data set says of its models, each in its own words and to its own extent. */
const MODEL_FACTS = ['modelFamily', 'parameters', 'macs', 'activations', 'weightBytes', 'layers'] as const satisfies readonly (keyof Workload)[]

/** Phases that are one forward pass of a batch of one, under other names. */
const SINGLE_PASSES: readonly string[] = ['ov-latency', 'mlperf-singlestream']

/** Measurements of one way of running on one device. */
interface Way {
  readonly run: Partial<Workload>
  readonly framework: string
  readonly phase: string
  readonly architectures: ReadonlySet<string>
  readonly families: ReadonlySet<string>
  readonly count: number
}

const REMEMBERED = 512

/** How measurements on a device were usually taken, and how they describe models. */
export class UsualRuns {
  readonly #ways: ReadonlyMap<string, () => readonly Way[]>
  /** A workload that describes each model. */
  readonly #models: () => ReadonlyMap<string, Workload>
  /** Facts that each data set states of its models. */
  readonly #stated: () => ReadonlyMap<string, ReadonlySet<keyof Workload>>
  /** Kinds of decoders that were measured by whole sequences, and never by the tokens they read. */
  readonly #readWhole: () => ReadonlySet<string>
  readonly #remembered = new RecentlyUsed<Way | undefined>(REMEMBERED)

  constructor(references: readonly Reference[]) {
    const all = references.map(({ facts }) => facts)
    this.#ways = new Map([...Map.groupBy(all, placeOf)].map(([place, own]) => [place, lazy(() => waysOf(own))]))
    this.#models = lazy(() => new Map(all.map((facts) => [modelKey(facts, facts.workload.source), facts.workload])))
    this.#stated = lazy(() => statedBySource(all))
    this.#readWhole = lazy(() => {
      const [whole, byToken] = (['forward', 'prefill'] as const).map((phase) => new Set(all.filter(({ workload }) => workload.phase === phase).map(kindOf)))
      return whole!.difference(byToken!)
    })
  }

  /** Makes ready, piece by piece, what is else made when it is first asked. */
  *preparations(): Generator<void> {
    for (const part of [this.#models, this.#stated, this.#readWhole]) yield void part()
  }

  /**
   * The workload as measurements of its device would describe it: run the way that most of them share, of those that met the architecture if any did, else its family (with the runtime it names, if
   * it names one); the model as that data set describes it, or at least without facts that the data set never states. A text that is read counts as one item where that is how models of its kind were
   * measured. Undefined when the device was never measured so, and counts stay as they are.
   */
  asMeasured(workload: Workload): Workload | undefined {
    const isWhole = workload.phase === 'prefill' && workload.unit === 'token' && this.#readWhole().has(kindOf(factsOf(workload)))
    return isWhole ? (this.#described(wholeSequence(workload)) ?? wholeSequence(workload)) : this.#described(workload)
  }

  #described(workload: Workload): Workload | undefined {
    const facts = factsOf(workload)
    const way = this.#wayOf(facts)
    if (way === undefined) return undefined
    const model = this.#models().get(modelKey(facts, way.run.source))
    const stated = this.#stated().get(way.run.source ?? '')
    const described = model === undefined ? without(workload, (name) => !stated?.has(name)) : { ...without(workload, () => true), ...picked(model, MODEL_FACTS) }
    return { ...described, ...way.run }
  }

  #wayOf(facts: Facts): Way | undefined {
    const { framework, architecture, family, batchSize, workload } = facts
    const single = batchSize === 1
    const key = [identityOf(workload.device), placeOf(facts), workload.phase, framework, architecture, family, single].join('|')
    return this.#remembered.get(key, () => {
      const phases = single && workload.phase === 'forward' ? [workload.phase, ...SINGLE_PASSES] : [workload.phase]
      return best(
        (this.#ways.get(placeOf(facts))?.() ?? []).filter((way) => phases.includes(way.phase) && (framework === '' || way.framework === framework)),
        architecture,
        family,
      )
    })
  }
}

/** `gpt2` of `gpt2_large`. */
const kindOf = ({ architecture }: Facts): string => architecture.split(/[-_]/)[0]!

/** The forward pass over a sequence, instead of its tokens; a family of such models is named otherwise. */
function wholeSequence({ macs, inputSize = 1, ...workload }: Workload): Workload {
  return { ...workload, inputSize, unit: 'sample', phase: 'forward', modelFamily: 'transformer-lm', ...(macs !== undefined && { macs: macs * inputSize }) }
}

function best(ways: readonly Way[], architecture: string, family: string): Way | undefined {
  const rank = (way: Way) => (way.architectures.has(architecture) ? 2 : 0) + (way.families.has(family) ? 1 : 0)
  return ways.toSorted((a, b) => rank(b) - rank(a) || b.count - a.count)[0]
}

const placeOf = ({ workload: { device, platform, mode, unit, precision } }: Facts): string => `${device.id}|${platform}|${mode}|${unit}|${precision ?? ''}`
const modelKey = ({ architecture, inputSize, workload: { precision } }: Facts, source = ''): string => `${source}|${architecture}|${inputSize}|${precision ?? ''}`

const picked = (workload: Workload, names: readonly (keyof Workload)[]): Partial<Workload> =>
  Object.fromEntries(names.flatMap((name) => (workload[name] === undefined ? [] : [[name, workload[name]]])))

const without = (workload: Workload, drops: (name: keyof Workload) => boolean): Workload =>
  Object.fromEntries(Object.entries(workload).filter(([name]) => !(MODEL_FACTS as readonly string[]).includes(name) || !drops(name as keyof Workload))) as unknown as Workload

function statedBySource(all: readonly Facts[]): ReadonlyMap<string, ReadonlySet<keyof Workload>> {
  const bySource = Map.groupBy(all, ({ workload }) => workload.source ?? '')
  return new Map([...bySource].map(([source, own]) => [source, new Set(MODEL_FACTS.filter((name) => own.some(({ workload }) => workload[name] !== undefined)))]))
}

function waysOf(all: readonly Facts[]): readonly Way[] {
  const groups = Map.groupBy(all, ({ workload }) => RUN_FACTS.map((name) => workload[name] ?? '').join('|'))
  return [...groups.values()].map((own) => {
    const { framework, workload } = own[0]!
    return {
      run: picked(workload, RUN_FACTS),
      framework,
      phase: workload.phase,
      architectures: new Set(own.map(({ architecture }) => architecture)),
      families: new Set(own.map(({ family }) => family)),
      count: own.length,
    }
  })
}
