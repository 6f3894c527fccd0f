export { editsBetween, nearWords } from './near-words.ts'
