import { quantisedName } from '@benchcast/core/models'

/** A configuration of the wire whose precision may be left out. */
interface Asked {
  readonly model_name: string
  readonly mode: 'inference' | 'training'
  readonly precision?: string | null | undefined
}

type Settled<T extends Asked> = Omit<T, 'precision'> & { readonly precision: string; readonly precision_from_name: boolean }

/**
 * The configuration with its precision: the one stated; else the one a quantised name tells, for inference (weights of few bits cannot be trained); else fp32.
 *
 * @example
 * withPrecision({ model_name: 'TheBloke/Llama-2-7B-AWQ', mode: 'inference' }) // { ..., precision: 'int4', precision_from_name: true }
 */
export function withPrecision<T extends Asked>(asked: T): Settled<T> {
  const told = asked.precision == null && asked.mode === 'inference' ? quantisedName(asked.model_name)?.precision : undefined
  return { ...asked, precision: asked.precision ?? told ?? 'fp32', precision_from_name: told !== undefined }
}
