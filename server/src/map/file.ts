import type { MapChapter, ToPage } from '../../../protocol/map.ts';
import { escaped } from '../text/markup.ts';
import type { Bundle } from '../text/message.ts';
import { jsonOf } from '../text/visible.ts';
import { pageBody } from './page.ts';
import type { Picture } from './picture.ts';
import { FILE_COLOURS, MAP_STYLE, PAGE_STYLE } from './style.ts';
import { svgElement } from './svg.ts';
import { VIEW_SCRIPT } from './view.generated.ts';

interface Told {
  readonly title: string;
  readonly picture: Picture;
  readonly way?: string | undefined;
  readonly chapters: readonly MapChapter[];
  readonly asOf: string;
  readonly today: string;
  readonly language: string;
  readonly bundle: Bundle;
}

/** The texts of a page that a browser is to take, and nothing else: a shell says how that is told. */
export interface Allowed {
  readonly script: string;
  readonly style: string;
}

/** A map with its story as a page in one file, which asks for no other one and runs no script but its own. */
export function htmlFile(told: Told, policyOf: (allowed: Allowed) => string): string {
  const { title, picture, way, chapters, asOf, today, language, bundle } = told;
  const { width, height } = picture;
  const style = `${FILE_COLOURS}${MAP_STYLE}${PAGE_STYLE}`;
  const messages: readonly ToPage[] = [
    {
      kind: 'picture',
      picture: { width, height, order: [...picture.elements.keys()], changes: {}, asOf, ...(way && { way }) },
      today,
    },
    { kind: 'chapters', chapters, isFirst: true, isLast: true },
  ];
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policyOf({ script: VIEW_SCRIPT, style }))}">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
${pageBody({ svg: svgElement(picture, title), bundle })}
<script type="application/json" id="data">${jsonOf(messages).replaceAll('<', '\\u003c')}</script>
<script>${VIEW_SCRIPT}</script>
</body>
</html>
`;
}
