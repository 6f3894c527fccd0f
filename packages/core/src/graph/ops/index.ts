import { conv, convTranspose } from './convolution.ts'
import { elementwise } from './elementwise.ts'
import { gemm, matMul } from './matrix-product.ts'
import { movements } from './movement.ts'
import { normalizations } from './normalization.ts'
import type { Operator } from './operator.ts'
import { reductions } from './reduction.ts'
import { views } from './view.ts'

const ALL: readonly Operator[] = [matMul, gemm, conv, convTranspose, ...elementwise, ...normalizations, ...reductions, ...movements, ...views]

/** Every operator a graph may hold, by its ONNX name. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map(ALL.map((operator) => [operator.name, operator]))
