import type { KeySequence } from './key-sequence.ts'

/** What the value at one place of the texts (a member of objects of one kind, the items of an array there) was last time: a guess at what it will be. */
export class Place {
  /** First key of the object last read here. */
  firstKey: KeySequence | undefined
  /** Strings in a row that had not been met before. */
  newStrings = 0
  private inner: Place | undefined

  /** Where the items are when the value is an array. */
  get items(): Place {
    this.inner ??= new Place()
    return this.inner
  }
}
