import { unmarked } from '../text/markdown.ts';
import { type Paints, paints } from './paint.ts';

/** A Markdown card as text for a terminal: headings and bold face by colour, each link on lines of its own, examples set in. */
export function plain(markdown: string, colours: boolean): string {
  const paint = paints(colours);
  // A fence begins and ends a part that is no Markdown.
  const parts = markdown
    .split(/^```.*\n/m)
    .map((part, i) => (i % 2 === 0 ? inWords(part, paint) : example(part, paint)));
  return `${parts.join('').replace(/(?<! ) +$/gm, '')}\n`;
}

function inWords(markdown: string, { strong, gutter }: Paints): string {
  const link = (words: string, url: string) => `\n  - ${words}\n    ${gutter(url)}`;
  return unmarked(markdown, { heading: strong, strong, link, between: '' });
}

function example(text: string, { faint }: Paints): string {
  return text.replace(/^.+$/gm, (line) => `  ${faint(line)}`);
}
