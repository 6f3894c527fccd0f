import { atMost } from './header-limits.ts'
import { MessageReader } from './message-reader.ts'
import { DATA_TYPES } from './number-bytes.ts'
import type { FieldHandlers, ProtobufField } from './protobuf-reader.ts'

/** An input or output of a model file. */
export interface OnnxValue {
  readonly name: string
  /** Element type in ONNX's words (`float32`, `int64`, `string`); `other` for what is no tensor. */
  readonly type: string
  /** A number, or the name of a dimension that is chosen when the model is run ('' when it has none); absent when even the rank is open. */
  readonly shape?: readonly (number | string)[]
}

const TYPE_NAMES: Readonly<Record<number, string>> = {
  4: 'uint16',
  5: 'int16',
  8: 'string',
  11: 'float64',
  12: 'uint32',
  13: 'uint64',
  ...Object.fromEntries(Object.entries(DATA_TYPES).map(([name, number]) => [number, name])),
}

type Shape = (number | string)[]

/** Reads what a model says of its inputs and outputs (ValueInfoProto). */
export class ValueReader extends MessageReader {
  readonly #dimension: FieldHandlers<{ size: number; name: string }> = { 1: this.integer('size'), 2: this.text('name') }

  readonly #shape: FieldHandlers<Shape> = {
    1: (field, shape) => {
      const { size, name } = this.reader.nested(field, this.#dimension, { size: -1, name: '' })
      shape.push(size < 0 ? name : size)
      atMost(shape.length, 'dimensions', 'dimensions in one shape')
    },
  }

  readonly #tensorType: FieldHandlers<{ type: number; shape: Shape | undefined }> = {
    1: this.integer('type'),
    2: (field, target) => {
      target.shape = this.reader.nested(field, this.#shape, [])
    },
  }

  readonly #type: FieldHandlers<{ type: string; shape?: Shape }> = {
    1: (field, target) => {
      const { type, shape } = this.reader.nested(field, this.#tensorType, { type: 0, shape: undefined })
      target.type = TYPE_NAMES[type] ?? `type ${type}`
      if (shape) target.shape = shape
    },
  }

  readonly #valueInfo: FieldHandlers<{ name: string; type: string; shape?: Shape }> = { 1: this.text('name'), 2: (field, target) => void this.reader.nested(field, this.#type, target) }

  read(field: ProtobufField): OnnxValue {
    return this.reader.nested(field, this.#valueInfo, { name: '', type: 'other' })
  }
}
