/** How a report looks, on a screen and on paper; what colours say is said in words, too. */
export const REPORT_STYLE = `
* { box-sizing: border-box; }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem; background: var(--map-ground); color: var(--map-ink); font: 14px/1.45 var(--map-font); }
h1 { font-size: 1.6rem; margin: 0 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; margin: 2rem 0 .75rem; padding-bottom: .25rem; border-bottom: 2px solid var(--map-ink); }
h3 { font-size: 1em; margin: .75rem 0 .25rem; overflow-wrap: anywhere; }
p { margin: .25rem 0; }
ul, ol { margin: .25rem 0; padding-left: 1.6rem; }
nav ol { columns: 2; }
a { color: var(--map-focus); }
code, pre { font: .92em/1.4 Consolas, 'Cascadia Mono', 'DejaVu Sans Mono', 'D2Coding', monospace; overflow-wrap: anywhere; }
pre { margin: .25rem 0; padding: .4rem .6rem; white-space: pre-wrap; border-left: 3px solid var(--map-edge); }
table { width: 100%; margin: .5rem 0 1rem; border-collapse: collapse; }
caption { padding: .25rem 0; text-align: left; font-weight: 600; }
th, td { padding: .25rem .5rem; text-align: left; vertical-align: top; border: 1px solid var(--map-faint); overflow-wrap: anywhere; }
th { font-weight: 600; }
thead th { border-bottom: 2px solid var(--map-edge); white-space: nowrap; }
.facts th { width: 14rem; }
main td:first-child { width: 1%; white-space: nowrap; }
#declared td:nth-child(2):not(:last-child) { width: 33%; }
#drift table, #accepted table { font-size: .92em; }
#sources td:last-child, #accepted td:last-child { white-space: nowrap; }
:lang(ko) { word-break: keep-all; }
#findings td:nth-child(2) { width: 4rem; }
.links { margin-bottom: 1rem; }
tr.error > td:first-child { color: var(--map-error); font-weight: 700; }
tr.warning > td:first-child { color: var(--map-warning); font-weight: 600; }
tr.error > td:first-child::before { content: '✕ '; }
tr.warning > td:first-child::before { content: '! '; }
tr.info > td:first-child::before { content: 'i '; }
#day > td { font-weight: 700; border-top: 2px solid var(--map-ink); border-bottom: 2px solid var(--map-ink); }
figure { margin: .5rem 0; overflow-x: auto; }
figure svg { max-width: 100%; height: auto; }
.map .station { cursor: auto; }
@page { size: A4; margin: 16mm 14mm 18mm; @bottom-right { content: counter(page) ' / ' counter(pages); font: 9pt sans-serif; } }
@page wide { size: A4 landscape; margin: 12mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; color: #000; }
  a { color: inherit; text-decoration: none; }
  h2, h3, caption { break-after: avoid; }
  thead { display: table-header-group; }
  tr, pre, .short { break-inside: avoid; }
  #map { page: wide; }
  #map figure { margin: 0; overflow: visible; }
  #map svg { width: 100%; max-height: 165mm; }
  #plan, #sources { break-before: page; }
}
`;
