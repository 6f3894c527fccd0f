/** The weights of the shipped predictor. */
export const PRIOR_WEIGHTS = new URL('weights/prior.bin', import.meta.resolve('@benchcast/core/predict'))
