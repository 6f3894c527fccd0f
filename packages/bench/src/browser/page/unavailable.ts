/** The browser cannot do what it was asked: the message says what is missing and what to do. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
}
