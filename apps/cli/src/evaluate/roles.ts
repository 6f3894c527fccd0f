import type { FileColumn, Source } from '../columns/source.ts'
import { CommandError } from '../exit-codes.ts'

/** A column of a file. */
export interface Ref {
  readonly source: Source
  readonly column: FileColumn
}

/** What one model has in the files. */
export interface ModelColumns {
  readonly id: string
  readonly prediction: Ref
  /** One column of scores, one of lists, or one for each class. */
  readonly probabilities: readonly Ref[]
  /** The classes of those columns, where their names tell them. */
  readonly classes?: readonly string[]
}

/** Which column is what. */
export interface Roles {
  readonly truth: Ref
  readonly models: readonly ModelColumns[]
  readonly weight?: Ref
  readonly features: readonly { readonly name: string; readonly ref: Ref }[]
}

/** What the command line says about columns. */
export interface RoleFlags {
  readonly truth?: string
  /** NAME=COLUMN or NAME=COLUMN:PROBABILITIES, these separated by commas. */
  readonly model?: readonly string[]
  readonly weight?: string
  readonly group?: readonly string[]
}

/** Names that tell what a column is, whatever their case. */
const TRUTH_NAMES = ['label', 'truth', 'ground_truth', 'target', 'y_true', 'actual', 'expected', 'reference']
const PREDICTION_NAMES = ['prediction', 'pred', 'predicted', 'y_pred', 'output', 'response']
const PREDICTION_OF = /^(?:prediction|pred|predicted|y_pred)_(.+)$/i
const PROBABILITY_PREFIXES = ['probability', 'prob', 'proba', 'score']
const WEIGHT_NAMES = ['sample_weight']
const GROUP_OF = /^(?:group|sensitive)_(.+)$/i

/**
 * Finds the truth, the models, weights and groups among the columns of the files: by the flags, else by their names. A usage error that
 * lists the columns when there is no truth or no model.
 */
export function rolesOf(sources: readonly Source[], flags: RoleFlags): Roles {
  const models = flags.model?.length ? flags.model.map((said) => modelSaid(said, sources)) : sources.flatMap(modelsIn)
  const truth = flags.truth === undefined ? firstOf(sources, TRUTH_NAMES) : column(sources, flags.truth, '--truth')
  if (truth === undefined)
    throw new CommandError('usage', `No column holds the true values: none is called ${TRUTH_NAMES.slice(0, 3).join(', ')} or the like. Name it with --truth. ${listed(sources)}`)
  if (models.length === 0) throw new CommandError('usage', `No column holds predictions: none is called prediction or prediction_NAME. Name them with --model NAME=COLUMN. ${listed(sources)}`)
  const twice = models.find(({ id }, i) => models.findIndex((other) => other.id === id) !== i)
  if (twice) throw new CommandError('usage', `Two models are called ${twice.id}: give their files names of their own, as in NAME=${twice.prediction.source.path}.`)
  const weight = flags.weight === undefined ? firstOf(sources, WEIGHT_NAMES) : column(sources, flags.weight, '--weight')
  return { truth, models, ...(weight && { weight }), features: flags.group?.length ? flags.group.map((name) => ({ name, ref: column(sources, name, '--group') })) : featuresIn(sources) }
}

function modelsIn(source: Source): ModelColumns[] {
  const named = source.columns.flatMap((each) => {
    const name = PREDICTION_OF.exec(each.name)?.[1]
    return name === undefined ? [] : [{ id: name, prediction: { source, column: each }, ...probabilitiesOf(source, name) }]
  })
  const alone = firstOf([source], PREDICTION_NAMES)
  return named.length > 0 || alone === undefined ? named : [{ id: source.name, prediction: alone, ...probabilitiesOf(source, undefined) }]
}

/** probability_NAME, or probability_NAME_CLASS for each class; without the name where a file holds one model. */
function probabilitiesOf(source: Source, name: string | undefined): Pick<ModelColumns, 'probabilities' | 'classes'> {
  const starts = PROBABILITY_PREFIXES.map((prefix) => (name === undefined ? prefix : `${prefix}_${name}`))
  const one = firstOf([source], starts)
  if (one !== undefined) return { probabilities: [one] }
  const wide = source.columns.flatMap((each) => {
    const start = starts.find((prefix) => each.name.toLowerCase().startsWith(`${prefix.toLowerCase()}_`))
    return start === undefined ? [] : [{ ref: { source, column: each }, label: each.name.slice(start.length + 1) }]
  })
  return { probabilities: wide.map(({ ref }) => ref), ...(wide.length > 0 && { classes: wide.map(({ label }) => label) }) }
}

function modelSaid(said: string, sources: readonly Source[]): ModelColumns {
  const equals = said.indexOf('=')
  if (equals < 1) throw new CommandError('usage', `--model is '${said}': give NAME=COLUMN, or NAME=COLUMN:PROBABILITIES.`)
  const [id, rest] = [said.slice(0, equals), said.slice(equals + 1)]
  const whole = lookUp(sources, rest)
  if (whole !== undefined) return { id, prediction: whole, probabilities: [] }
  const [prediction = '', probabilities = ''] = rest.split(/:(?=[^:]*$)/)
  return { id, prediction: column(sources, prediction, '--model'), probabilities: probabilities === '' ? [] : probabilities.split(',').map((name) => column(sources, name, '--model')) }
}

const featuresIn = (sources: readonly Source[]): Roles['features'] =>
  sources.flatMap((source) =>
    source.columns.flatMap((each) => {
      const name = GROUP_OF.exec(each.name)?.[1]
      return name === undefined ? [] : [{ name, ref: { source, column: each } }]
    }),
  )

const firstOf = (sources: readonly Source[], names: readonly string[]): Ref | undefined => names.map((name) => lookUp(sources, name)).find((ref) => ref !== undefined)

function lookUp(sources: readonly Source[], name: string): Ref | undefined {
  for (const same of [(each: string) => each === name, (each: string) => each.toLowerCase() === name.toLowerCase()])
    for (const source of sources) {
      const found = source.columns.find((each) => same(each.name))
      if (found) return { source, column: found }
    }
  return undefined
}

function column(sources: readonly Source[], name: string, flag: string): Ref {
  const found = lookUp(sources, name)
  if (found === undefined) throw new CommandError('usage', `There is no column '${name}', which ${flag} names. ${listed(sources)}`)
  return found
}

const MOST_LISTED = 30
const listed = (sources: readonly Source[]): string =>
  sources
    .map(
      ({ path, columns }) =>
        `${path} has ${columns
          .slice(0, MOST_LISTED)
          .map(({ name }) => name)
          .join(', ')}${columns.length > MOST_LISTED ? ', …' : ''}.`,
    )
    .join(' ')
