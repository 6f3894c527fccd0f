import { expect, it } from 'vitest'
import { GroupCommit } from './group-commit.ts'

it('resolves an item only after its commit, and gathers what arrives meanwhile into the next', async () => {
  const log: string[] = []
  let release = () => {}
  const commit = async (items: readonly number[]) => {
    log.push(`begin ${items.join('+')}`)
    await new Promise<void>((resolve) => {
      release = resolve
    })
    log.push('end')
    return []
  }
  const queue = new GroupCommit<number>({ commit, maxQueued: 10 })
  const add = (item: number) => queue.add(item).then(() => log.push(`done ${item}`))
  const until = async (count: number) => {
    while (log.length < count) await new Promise((resolve) => setTimeout(resolve, 1))
  }
  const all = [add(1), add(2)]
  await until(1)
  all.push(add(3), add(4))
  release()
  await until(5)
  release()
  await Promise.all(all)
  expect(log).toEqual(['begin 1+2', 'end', 'done 1', 'done 2', 'begin 3+4', 'end', 'done 3', 'done 4'])
})

it('rejects the items whose commit failed, and only those', async () => {
  const queue = new GroupCommit<number>({ commit: async (items) => items.map((item) => (item === 2 ? new Error('two') : undefined)), maxQueued: 10 })
  const outcomes = await Promise.allSettled([1, 2, 3].map((item) => queue.add(item)))
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

it('rejects everybody rather than leave them waiting when a commit throws, and goes on', async () => {
  let calls = 0
  const commit = async () => {
    calls += 1
    if (calls === 1) throw new Error('broken')
    return []
  }
  const queue = new GroupCommit<number>({ commit, maxQueued: 10 })
  await expect(queue.add(1)).rejects.toThrow('broken')
  await queue.add(2)
  await queue.drained()
  expect(queue.queued).toBe(0)
})

it('ends a group with the item that fills it, by number or by size', async () => {
  const groups: (readonly number[])[] = []
  const commit = async (items: readonly number[]) => {
    groups.push(items)
    return []
  }
  const queue = new GroupCommit<number>({ commit, maxQueued: 10, maxGroup: 3, sizeOf: (item) => item, maxGroupSize: 10 })
  await Promise.all([9, 9, 1, 1, 1, 1, 50].map((item) => queue.add(item)))
  expect(groups).toEqual([
    [9, 9],
    [1, 1, 1],
    [1, 50],
  ])
})

it('leaves room between two commits while few come at once, and none while many do', async () => {
  const log: string[] = []
  const commit = async (items: readonly number[]) => {
    log.push(`commit ${items.length}`)
    await new Promise((resolve) => setTimeout(resolve, 2))
    return []
  }
  const whenCalm = async () => {
    log.push('calm')
    await new Promise((resolve) => setTimeout(resolve, 5))
    log.push('end')
  }
  const queue = new GroupCommit<number>({ commit, maxQueued: 100, whenCalm })
  await queue.add(1)
  await new Promise((resolve) => setTimeout(resolve, 1))
  await queue.add(2)
  await queue.drained()
  expect(log).toEqual(['commit 1', 'calm', 'end', 'commit 1', 'calm', 'end'])
  log.length = 0
  await Promise.all(Array.from({ length: 20 }, (_, n) => queue.add(n)))
  await queue.drained()
  expect(log).toEqual(['commit 20'])
})
