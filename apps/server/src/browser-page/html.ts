const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as HTML shows it. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!)

interface Parts {
  /** Plain text. */
  readonly title: string
  /** HTML. */
  readonly content: string
  /** Seconds after which the page is asked for again. */
  readonly refreshSeconds?: number
}

/** A page without scripts, in the style of the page that measures. */
export const htmlPage = ({ title, content, refreshSeconds }: Parts): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
${refreshSeconds === undefined ? '' : `    <meta http-equiv="refresh" content="${refreshSeconds}">\n`}    <title>${escaped(title)} – Benchcast</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/measure/source/bench/browser/page/style.css">
  </head>
  <body>
    <main>
      <h1>${escaped(title)}</h1>
      ${content}
    </main>
  </body>
</html>
`
