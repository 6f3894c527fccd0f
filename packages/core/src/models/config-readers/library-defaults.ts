import table from '../generated/config-defaults.json' with { type: 'json' }

/** Values of fields that a configuration leaves out, and where they were read. */
export type Defaults = Readonly<Record<string, unknown>>

const TYPES = new Map<string, { readonly fields: Defaults }>(Object.entries(table.types))
const SECTIONS = new Map<string, Readonly<Record<string, string>>>(Object.entries(table.sections))

/** Where the defaults were read: `configuration classes of Transformers 4.57.1`. */
export const DEFAULTS_SOURCE: string = table.source

/** The type of a section that does not say it, by the `model_type` of the whole; empty when it is not known. */
export const sectionType = (wholeType: string, section: string): string => SECTIONS.get(wholeType)?.[section] ?? ''

/** What the library gives the sizes that a section of this type leaves out: it writes only those that differ. Empty for a type that is not known. */
export const libraryDefaults = (type: string): Defaults => TYPES.get(type)?.fields ?? {}
