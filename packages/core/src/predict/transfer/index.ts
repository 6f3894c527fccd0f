export { type RankedReference, ReferenceIndex } from './references.ts'
export { type TransferGuess, transferGuess } from './transfer-guess.ts'
