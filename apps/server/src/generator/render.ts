import { readFile } from 'node:fs/promises'
import type { TemplateType } from '@benchcast/core/api'
import { LANGUAGES } from './languages.ts'
import { literalOf } from './literal.ts'
import { TEMPLATES } from './templates.ts'

/** What a template's placeholders stand for, by name. */
export type ScriptValues = Readonly<Record<string, unknown>>

const INCLUDE = /^\{\{include ([\w.-]+)\}\}\n/gm
const PLACEHOLDER = /\{\{(\w+)\}\}/g
/** The type of a constant at the start of a line: parts for browsers have types nowhere else. */
const TYPE = /^( *const \w+): [^=\n]+ = /gm

/** A part in JavaScript. */
export const withoutTypes = (text: string): string => text.replace(TYPE, '$1 = ')

const textOf = (file: string): Promise<string> => readFile(new URL(`./templates/${file}`, import.meta.url), 'utf8')

/** The text of a template with the parts it includes. */
async function templateText(name: TemplateType): Promise<string> {
  const { ending, dropsTypes } = LANGUAGES[TEMPLATES[name].language]
  const text = await textOf(`${name}${ending}.template`)
  const parts = new Map<string, string>()
  for (const [, file] of text.matchAll(INCLUDE)) parts.set(file!, await textOf(file!))
  const whole = text.replace(INCLUDE, (_, file: string) => parts.get(file)!)
  return dropsTypes ? withoutTypes(whole) : whole
}

/**
 * A script: the template with every placeholder as a literal of its language. Values are looked at once, so that one that looks like a placeholder stays as it is.
 * Throws a TypeError for a placeholder without a value, which is a fault of the template.
 *
 * @example await renderScript('onnxruntime_python', { model_name: 'bert-base-uncased', ... })
 */
export async function renderScript(name: TemplateType, values: ScriptValues): Promise<string> {
  const text = await templateText(name)
  const { words } = LANGUAGES[TEMPLATES[name].language]
  return text.replace(PLACEHOLDER, (_, key: string) => literalOf(values[key], words))
}
