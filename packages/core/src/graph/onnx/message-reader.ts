import type { ProtobufField, ProtobufReader } from './protobuf-reader.ts'

/** Has handlers for the fields of some kinds of message: what they find goes to a place of the target. */
export class MessageReader {
  protected readonly reader: ProtobufReader

  constructor(reader: ProtobufReader) {
    this.reader = reader
  }

  protected text<Place extends string>(place: Place) {
    return (field: ProtobufField, target: Record<Place, string>): void => {
      target[place] = this.reader.text(field)
    }
  }

  protected integer<Place extends string>(place: Place) {
    return (field: ProtobufField, target: Record<Place, number>): void => {
      target[place] = this.reader.integer(field)
    }
  }
}
