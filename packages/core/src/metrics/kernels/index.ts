export { argsort } from './argsort.ts'
export { scoresOf } from './columns.ts'
export { midranks } from './midranks.ts'
export { type Order, orderOf } from './order.ts'
