import { SERIES_COLOURS } from './charts/series.ts'

const series = SERIES_COLOURS.map((colour, i) => `.s${i}{--c:${colour}}`).join('\n')

/** The page's whole style. Colours of marks are Okabe and Ito's in both themes; everything else follows the theme's few tokens. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--page:#fff;--ink:#1b1f24;--soft:#57606a;--rule:#d8dee4;--panel:#f6f8fa;--link:#0b5cad;--good:#005c42;--edge:#1b1f24}
@media (prefers-color-scheme:dark){:root{--page:#14171b;--ink:#e6e9ed;--soft:#9aa4af;--rule:#333a42;--panel:#1c2127;--link:#7cb8f2;--good:#5fd3ab;--edge:#e6e9ed}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1120px;padding:24px 24px 64px;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
h1{margin:0;font-size:28px;line-height:1.25;overflow-wrap:anywhere}
h2{margin:48px 0 12px;padding-top:12px;border-top:1px solid var(--rule);font-size:20px}
h3{margin:0;font-size:13px;font-weight:600;color:var(--soft)}
.product{margin:0 0 4px;font-size:13px;color:var(--soft)}
.about,.text,.note{color:var(--soft);overflow-wrap:anywhere}
.about{margin:6px 0 0}.text{max-width:80ch;margin:0 0 12px}.note{margin:6px 0 0;font-size:13px}
nav{margin-top:14px;display:flex;flex-wrap:wrap;gap:4px 18px;font-size:14px}
a{color:var(--link)}
#in-short h2{border:0;margin-top:20px}
.kind{display:grid;grid-template-columns:88px 1fr;gap:4px 12px;padding:10px 14px;margin-bottom:6px;background:var(--panel);border-left:4px solid var(--soft);border-radius:4px}
.kind h3{padding-top:2px}.kind ul{margin:0;padding:0;list-style:none}.kind li{overflow-wrap:anywhere}.kind li+li{margin-top:6px}
.kind.best{border-color:#009e73}.kind.tie{border-color:#56b4e9}.kind.tradeoff{border-color:#e69f00}.kind.fairness{border-color:#cc79a7}.kind.warning{border-color:#d55e00}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:14px;font-variant-numeric:tabular-nums}
caption{padding:6px 0;text-align:left;font-weight:600;color:var(--soft)}
th,td{padding:5px 14px 5px 0;border-bottom:1px solid var(--rule);vertical-align:top;text-align:left;overflow-wrap:break-word;max-width:60ch}
thead th{font-size:13px;color:var(--soft);vertical-align:bottom}
tbody th{font-weight:500;min-width:12ch;overflow-wrap:anywhere}
.right{text-align:right;white-space:nowrap}
thead .right{white-space:normal}
td.best{font-weight:650;color:var(--good)}
.weak,td small{color:var(--soft)}
td small{display:block;font-size:12px;font-weight:400}
div.table{margin:4px 0 20px}details.table{margin:8px 0}
summary{cursor:pointer;color:var(--link);font-size:14px;padding:3px 0}
.figures{display:flex;flex-wrap:wrap;gap:24px;align-items:flex-start;margin:12px 0}
figure{margin:0;max-width:100%;min-width:0}
figure details{font-size:13px}
svg{display:block;max-width:100%;height:auto;font:12px system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
svg text{fill:var(--ink)}svg .tick,svg .muted{fill:var(--soft);font-size:11px}svg .axis{fill:var(--soft)}svg .strong{font-weight:650}svg .on{fill:#fff}
.grid{stroke:var(--rule)}.reference{stroke:var(--soft);stroke-dasharray:4 4}
${series}
.mark{fill:var(--c);stroke:var(--edge);stroke-width:.8;vector-effect:non-scaling-stroke}
.line{fill:none;stroke:var(--c);stroke-width:2}
.bar{stroke:var(--c);stroke-width:4;stroke-linecap:round;opacity:.75}.bar.thin{stroke-width:2.5;opacity:.6}
.other{fill:none;stroke:var(--soft);stroke-width:1;opacity:.45}
.front{fill:none;stroke:var(--soft);stroke-width:1.5;stroke-dasharray:5 4}
.fill{fill:var(--c)}.bar-end,.whisker{stroke:var(--ink);stroke-width:1.5}
.cell{fill:var(--panel)}.shade{fill:#0072b2}
.titled caption,details caption,.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
footer{margin-top:48px;font-size:13px;color:var(--soft);overflow-wrap:anywhere}
@media (max-width:640px){body{padding:16px 14px 40px}.kind{grid-template-columns:1fr}}
@media print{:root{--page:#fff;--ink:#000;--soft:#444;--rule:#bbb;--panel:#f4f4f4;--link:#000;--good:#000;--edge:#000}body{max-width:none;padding:0;font-size:11pt}nav{display:none}figure,tr,.kind{break-inside:avoid}h2{break-after:avoid}.scroll{overflow:visible}}
`
