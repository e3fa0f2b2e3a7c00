import { createColors } from 'picocolors';
import { unmarked } from '../../text/markdown.ts';

/** A Markdown card as text for a terminal: headings and bold face by colour, each link on lines of its own. */
export function plain(markdown: string, colours: boolean): string {
  const { bold } = createColors(colours);
  const link = (words: string, url: string) => `\n  - ${words}\n    ${url}`;
  const text = unmarked(markdown, { heading: bold, strong: bold, link, between: '' });
  return `${text.replace(/ +$/gm, '')}\n`;
}
