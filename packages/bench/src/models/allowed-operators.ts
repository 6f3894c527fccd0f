import { BenchcastError } from '@benchcast/core/errors'
import type { OnnxHeader } from '@benchcast/core/graph/onnx'

/** Domains whose operators every ONNX Runtime has built in, and which do nothing but compute. */
const DOMAINS = new Set(['', 'ai.onnx.ml', 'com.microsoft', 'ai.onnx.preview.training'])
/** Operators of these domains that run what is not in the model: compiled code of a device, and Python. */
const REFUSED = new Set(['com.microsoft.EPContext', 'com.microsoft.PythonOp', 'com.microsoft.PythonOpGrad'])

const domainOf = (operator: string): string => operator.slice(0, Math.max(0, operator.lastIndexOf('.')))

/** Throws `unsafe_model_file` when a model uses operators that are neither the runtime's own nor defined in the model. */
export function checkOperators({ operators }: Pick<OnnxHeader, 'operators'>): void {
  const refused = operators.filter((operator) => REFUSED.has(operator) || !DOMAINS.has(domainOf(operator)))
  if (refused.length === 0) return
  const shown = refused
    .slice(0, 3)
    .map((name) => name.slice(0, 80))
    .join(', ')
  throw new BenchcastError(
    'unsafe_model_file',
    `The model uses ${shown}${refused.length > 3 ? ` and ${refused.length - 3} more` : ''}, which would need code from outside: only operators of ONNX and ONNX Runtime are run. Export it without custom operators.`,
  )
}
