/** How a map looks; colours are named, and given by where it is shown. */
export const MAP_STYLE = `
.map text { font-family: var(--map-font); font-size: 12px; fill: var(--map-ink); }
.map .name { font-weight: 600; }
.map .detail, .map .label { font-size: 11px; fill: var(--map-soft); }
.map .label { text-anchor: middle; font-size: 10px; stroke: var(--map-ground); stroke-width: 3px; paint-order: stroke; }
.map .face, .map .behind { fill: var(--map-face); stroke: var(--map-edge); stroke-width: 1px; }
.map .icon { fill: none; stroke: var(--map-soft); stroke-width: 1.4px; stroke-linejoin: round; stroke-linecap: round; }
.map .road .line { fill: none; stroke: var(--map-road); stroke-width: 1.4px; }
.map .road .head { fill: var(--map-road); }
.map .station { cursor: pointer; outline: none; }
.map .badge rect { fill: var(--map-face); stroke: var(--map-soft); }
.map .badge text { text-anchor: middle; font-size: 11px; font-weight: 700; }
.map .error { --map-edge: var(--map-error); --map-road: var(--map-error); }
.map .warning { --map-edge: var(--map-warning); --map-road: var(--map-warning); }
.map .info { --map-edge: var(--map-info); --map-road: var(--map-info); }
.map .error .face, .map .warning .face { stroke-width: 2px; }
.map .error .badge rect { fill: var(--map-error); stroke: var(--map-error); }
.map .error .badge text { fill: var(--map-on-error); }
.map .warning .badge rect { fill: var(--map-warning); stroke: var(--map-warning); }
.map .warning .badge text { fill: var(--map-on-warning); }
.map .closed .face, .map .closed .line { stroke-dasharray: 5 4; }
.map .closed .name { font-weight: 400; fill: var(--map-soft); }
.map .off-trail { opacity: 0.35; }
.map .on-trail .line { stroke-width: 3px; }
.map .on-trail .face { stroke-width: 2.5px; }
.map .broken { --map-edge: var(--map-error); }
.map .broken .face { stroke-width: 4px; stroke-dasharray: 8 5; }
.map .found .face, .map .station:focus .face, .map .station:hover .face { stroke: var(--map-focus); stroke-width: 3px; }
`;

/** The colours of a file, by day and by night. */
export const FILE_COLOURS = `
:root, .map { --map-font: 'Segoe UI', system-ui, 'Noto Sans', 'Malgun Gothic', 'Noto Sans KR', sans-serif; --map-ground: #ffffff; --map-face: #ffffff;
  --map-ink: #1f2328; --map-soft: #57606a; --map-edge: #8c959f; --map-road: #8c959f; --map-focus: #0969da;
  --map-error: #c01c28; --map-on-error: #ffffff; --map-warning: #9a6700; --map-on-warning: #ffffff; --map-info: #0969da;
  --map-fine: #2da44e; --map-faint: #d0d7de; }
@media (prefers-color-scheme: dark) { :root, .map { --map-ground: #1f2328; --map-face: #2b3036; --map-ink: #e6edf3; --map-soft: #9da7b3;
  --map-edge: #6e7681; --map-road: #6e7681; --map-focus: #4493f8; --map-error: #ff7b72; --map-on-error: #1f2328; --map-warning: #e3b341;
  --map-on-warning: #1f2328; --map-info: #4493f8; --map-fine: #3fb950; --map-faint: #3d444d; } }
`;

/** How the page around a map looks. */
export const PAGE_STYLE = `
* { box-sizing: border-box; }
html, body { height: 100%; margin: 0; padding: 0; background: var(--map-ground); color: var(--map-ink); font: 13px var(--map-font); }
main { display: flex; flex-direction: column; height: 100vh; }
#bar { display: flex; flex-wrap: wrap; gap: 6px 16px; align-items: center; padding: 8px 12px; }
#way { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; }
#zoom { margin-left: auto; display: flex; gap: 4px; }
#finder { position: relative; }
#found { position: absolute; z-index: 1; top: 100%; left: 0; min-width: 260px; max-height: 50vh; overflow: auto; margin: 2px 0 0; padding: 0;
  list-style: none; background: var(--map-face); }
#found:not(:empty) { border: 1px solid var(--map-soft); }
#found button { width: 100%; text-align: left; border: 0; border-radius: 0; }
input, select, button { font: inherit; color: var(--map-ink); background: var(--map-face); border: 1px solid var(--map-soft); border-radius: 3px; padding: 3px 8px; }
button { cursor: pointer; }
:focus-visible { outline: 2px solid var(--map-focus); outline-offset: 1px; }
#told-way { margin: 0; padding: 0 12px 6px; font-weight: 600; }
#told-way:empty { display: none; }
#canvas { flex: 1; min-height: 80px; overflow: auto; border-top: 1px solid var(--map-faint); border-bottom: 1px solid var(--map-faint); }
#canvas svg { display: block; }
#time { padding: 6px 12px 8px; }
#days { display: flex; gap: 4px; align-items: center; }
#days output { margin-left: 8px; font-weight: 600; font-variant-numeric: tabular-nums; }
#slider { display: block; width: 100%; margin: 6px 0 2px; padding: 0; accent-color: var(--map-focus); border: 0; background: none; }
#strip { display: block; width: 100%; height: 24px; }
#strip .fine { fill: var(--map-fine); }
#strip .warning { fill: var(--map-warning); }
#strip .error { fill: var(--map-error); }
#strip .turn { fill: var(--map-ink); cursor: pointer; }
#strip .today { fill: none; stroke: var(--map-focus); stroke-width: 3px; }
#strip .home { fill: var(--map-ink); }
#told { margin: 2px 0 0; padding: 0 0 0 18px; max-height: 5.2em; overflow: auto; min-height: 1.3em; }
@media (forced-colors: active) { .map .off-trail { opacity: 1; } .map .face { stroke: CanvasText; } }
@media print { #bar, #time { display: none; } main { height: auto; } #canvas { overflow: visible; border: 0; }
  #canvas svg { width: 100%; height: auto; } }
`;

/** The colours of the theme that VS Code has. */
export const EDITOR_COLOURS = `
:root { --map-font: var(--vscode-font-family); --map-ground: var(--vscode-editor-background); --map-ink: var(--vscode-editor-foreground);
  --map-face: color-mix(in srgb, var(--map-ink) 5%, var(--map-ground)); --map-soft: color-mix(in srgb, var(--map-ink) 72%, var(--map-ground));
  --map-edge: color-mix(in srgb, var(--map-ink) 45%, var(--map-ground)); --map-road: var(--map-edge);
  --map-faint: color-mix(in srgb, var(--map-ink) 18%, var(--map-ground)); --map-focus: var(--vscode-focusBorder);
  --map-error: var(--vscode-editorError-foreground, #c01c28); --map-on-error: var(--vscode-editor-background);
  --map-warning: var(--vscode-editorWarning-foreground, #9a6700); --map-on-warning: var(--vscode-editor-background);
  --map-info: var(--vscode-editorInfo-foreground, #0969da); --map-fine: var(--vscode-testing-iconPassed, #2da44e); }
body.vscode-high-contrast, body.vscode-high-contrast-light { --map-face: var(--map-ground); --map-edge: var(--vscode-contrastBorder);
  --map-faint: var(--vscode-contrastBorder); --map-soft: var(--map-ink); }
body.vscode-high-contrast .off-trail, body.vscode-high-contrast-light .off-trail { opacity: 0.6; }
`;
