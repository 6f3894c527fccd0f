import { BenchcastError } from '../../errors.ts'
import { type Activation, checkedCount, shownValue } from '../../graph/index.ts'
import { type Defaults, libraryDefaults, sectionType } from './library-defaults.ts'

/** A name, or several that configurations use for the same thing, the first present one wins. */
type Names = string | readonly string[]

/** What configurations call the activation functions. */
const ACTIVATION_NAMES: Readonly<Record<string, Activation>> = {
  relu: 'relu',
  relu2: 'relu2',
  gelu: 'gelu',
  gelu_python: 'gelu',
  gelu_new: 'gelu_tanh',
  gelu_fast: 'gelu_tanh',
  gelu_pytorch_tanh: 'gelu_tanh',
  gelu_tanh: 'gelu_tanh',
  'gated-gelu': 'gelu_tanh',
  quick_gelu: 'quick_gelu',
  silu: 'silu',
  swish: 'silu',
  swiglu: 'silu',
  hard_swish: 'hard_swish',
  hardswish: 'hard_swish',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
  mish: 'mish',
}

/**
 * Reads fields of a `config.json` that anybody may have written: own properties only, every value checked, null counts as absent. Of a section, the library writes only what
 * differs from its defaults: those fill in sizes that are absent, and {@link taken} names them. Throws `invalid_model` with the field's name, what is wrong with it and what is allowed.
 *
 * @example
 * const fields = new ConfigFields({ model_type: 'gpt2', n_layer: 12 })
 * fields.count(['num_hidden_layers', 'n_layer'], 1024) // 12
 */
export class ConfigFields {
  readonly #json: Readonly<Record<string, unknown>>
  readonly #place: string
  readonly #defaults: Defaults
  readonly #taken: Map<string, number>

  constructor(json: unknown, place = '', defaults: Defaults = {}, taken: Map<string, number> = new Map()) {
    if (typeof json !== 'object' || json === null || Array.isArray(json)) {
      throw new BenchcastError('invalid_model', `${place === '' ? 'The model configuration' : place} is ${shownValue(json)}: give an object, as in a Hugging Face config.json.`)
    }
    this.#json = json as Readonly<Record<string, unknown>>
    this.#place = place === '' ? '' : `${place}.`
    this.#defaults = defaults
    this.#taken = taken
  }

  /** Sizes that were absent so far, here and in sections, with the library's default that was taken for them. */
  get taken(): ReadonlyMap<string, number> {
    return this.#taken
  }

  has(names: Names): boolean {
    return this.#find(names) !== undefined
  }

  /** A whole number from `lowest` to `limit`; `otherwise` when absent, an error when there is no `otherwise`. */
  count(names: Names, limit: number, otherwise?: number, lowest = 1): number {
    const [name, value] = this.#find(names) ?? this.#default(names, limit) ?? [firstOf(names), otherwise]
    return checkedCount(this.#place + name, value, limit, lowest)
  }

  /** A finite number from `low` to `high`. */
  number(names: Names, [low, high]: readonly [number, number], otherwise: number): number {
    const [name, value] = this.#find(names) ?? [firstOf(names), otherwise]
    if (typeof value === 'number' && value >= low && value <= high) return value
    throw this.#refused(name, value, `a number from ${low} to ${high}`)
  }

  flag(names: Names, otherwise: boolean): boolean {
    const [name, value] = this.#find(names) ?? [firstOf(names), otherwise]
    if (typeof value === 'boolean') return value
    throw this.#refused(name, value, 'true or false')
  }

  text(names: Names, otherwise = ''): string {
    const [name, value] = this.#find(names) ?? [firstOf(names), otherwise]
    if (typeof value === 'string') return value
    throw this.#refused(name, value, 'a text')
  }

  /** A list of at most `most` whole numbers from `lowest` to `limit`; a single number is a list of one. */
  counts(names: Names, limit: number, otherwise?: readonly number[], { most = 64, lowest = 1 }: { readonly most?: number; readonly lowest?: number } = {}): readonly number[] {
    const [name, found] = this.#find(names) ?? [firstOf(names), otherwise]
    const list = typeof found === 'number' ? [found] : found
    if (!Array.isArray(list) || list.length === 0 || list.length > most) throw this.#refused(name, found, `a list of 1 to ${most} whole numbers`)
    return list.map((value, i) => checkedCount(`${this.#place}${name}[${i}]`, value, limit, lowest))
  }

  /** Texts of a list, what is no text passed over; a text is a list of one. */
  texts(name: string): readonly string[] {
    const [, value] = this.#find(name) ?? []
    if (typeof value === 'string') return [value]
    return Array.isArray(value) ? value.slice(0, 16).filter((entry): entry is string => typeof entry === 'string') : []
  }

  activation(names: Names, otherwise: Activation): Activation {
    const [name, value] = this.#find(names) ?? this.#find(names, this.#defaults) ?? [firstOf(names), otherwise]
    const known = typeof value === 'string' && Object.hasOwn(ACTIVATION_NAMES, value) ? ACTIVATION_NAMES[value] : undefined
    if (known !== undefined) return known
    throw this.#refused(name, value, `one of ${Object.keys(ACTIVATION_NAMES).join(', ')}`)
  }

  /** A configuration within the configuration, such as `text_config`, which may leave out its `model_type` and what the library fills in. */
  section(name: string): ConfigFields | undefined {
    const found = this.#find(name)
    if (found === undefined) return undefined
    const type = new ConfigFields(found[1], this.#place + name).text('model_type') || sectionType(this.text('model_type'), name)
    return new ConfigFields(found[1], this.#place + name, { model_type: type, ...libraryDefaults(type) }, this.#taken)
  }

  /** The `model_type`, of a section also where only the whole says it. Empty when nothing says it. */
  get type(): string {
    const { model_type: usual } = this.#defaults
    return this.text('model_type') || (typeof usual === 'string' ? usual : '')
  }

  /** A default that is of use: one that contradicts what is given is none. */
  #default(names: Names, limit: number): readonly [name: string, value: unknown] | undefined {
    const found = this.#find(names, this.#defaults)
    if (found === undefined || !(Number(found[1]) <= limit)) return undefined
    this.#taken.set(this.#place + found[0], Number(found[1]))
    return found
  }

  #find(names: Names, json: Readonly<Record<string, unknown>> = this.#json): readonly [name: string, value: unknown] | undefined {
    for (const name of typeof names === 'string' ? [names] : names) {
      const value = Object.hasOwn(json, name) ? json[name] : undefined
      if (value !== undefined && value !== null) return [name, value]
    }
    return undefined
  }

  #refused(name: string, value: unknown, allowed: string): BenchcastError {
    return new BenchcastError('invalid_model', `${this.#place}${name} is ${shownValue(value)}: give ${allowed}.`)
  }
}

const firstOf = (names: Names): string => (typeof names === 'string' ? names : names[0]!)
