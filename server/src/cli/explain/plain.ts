import { unmarked } from '../../text/markdown.ts';
import { paints } from '../paint.ts';

/** A Markdown card as text for a terminal: headings and bold face by colour, each link on lines of its own. */
export function plain(markdown: string, colours: boolean): string {
  const { strong, gutter } = paints(colours);
  const link = (words: string, url: string) => `\n  - ${words}\n    ${gutter(url)}`;
  const text = unmarked(markdown, { heading: strong, strong, link, between: '' });
  return `${text.replace(/ +$/gm, '')}\n`;
}
