/** What the thread that makes the pages is told, and answers, when the server stops before they are made. */
export const STOPPED = 'stopped'
