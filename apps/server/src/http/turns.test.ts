import { expect, it } from 'vitest'
import { Turns } from './turns.ts'

it('lets one caller go on per turn of the event loop, in order, and other work between them', async () => {
  const turns = new Turns()
  const log: string[] = []
  let isOver = false
  const tick = () => {
    if (isOver) return
    log.push('-')
    setImmediate(tick)
  }
  setImmediate(tick)
  await Promise.all(['a', 'b', 'c'].map((name) => turns.next().then(() => log.push(name))))
  isOver = true
  expect(log.join('').replaceAll(/-+/g, '-')).toMatch(/^-?a-b-c$/)
})

it('serves who comes after the line was empty', async () => {
  const turns = new Turns()
  await turns.next()
  await turns.next()
  await Promise.all([turns.next(), turns.next()])
})
