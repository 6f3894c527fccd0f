/** What the portable flow gives in every runtime. */
export const EXPECTED = {
  best: 'forest',
  recommended: true,
  interval: 2,
  followed: true,
  lastProgress: 1,
  events: ['completed'],
  stored: [12.5],
  csvLines: 2,
  unknown: [404, 'run_not_found', 'string'],
  wrong: ['/model_name'],
  classic: 'completed',
}
