/** The command line itself was wrong. */
export const USAGE_EXIT_CODE = 2
