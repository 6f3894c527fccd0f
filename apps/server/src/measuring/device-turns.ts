/**
 * One measurement at a time on each device, first come, first served.
 *
 * @example
 * await turns.take('cpu', () => measure())
 */
export class DeviceTurns {
  readonly #last = new Map<string, Promise<unknown>>()

  /** Runs `act` once everybody who came before for this device is done, however that ended. */
  take<T>(device: string, act: () => Promise<T>): Promise<T> {
    const before = this.#last.get(device) ?? Promise.resolve()
    const mine = before.then(act)
    this.#last.set(
      device,
      mine.catch(() => undefined),
    )
    return mine
  }
}
