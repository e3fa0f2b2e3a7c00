import MarkdownIt from 'markdown-it';
import { marked } from 'marked';

/** What VS Code reads hovers with, and a reader that makes a link of all that looks like an address. */
const READERS: readonly ((markdown: string) => string)[] = [
  (markdown) => marked.parse(markdown, { async: false, gfm: true }),
  (markdown) => new MarkdownIt({ html: true, linkify: true }).render(markdown),
];

/** Tags that our own Markdown makes, beside links. */
const PLAIN = /^<\/?(?:p|h3|strong|em|ul|ol|li|hr|code|br|a)\s*\/?>$/;

/** A link of ours: hostile ones lead elsewhere. */
const OURS = /^<a href="https:\/\/(?![^"]*example\.com)[^"]*">$/;

const seen = new Map<string, readonly string[]>();

/** What of a Markdown text is live for some reader: tags, images, and links but our own. */
export function live(markdown: string): readonly string[] {
  const known = seen.get(markdown);
  if (known) return known;
  const tags = READERS.flatMap((read) => [...read(markdown).matchAll(/<[^>]*>/g)]).map(([tag]) => tag);
  const found = tags.filter((tag) => !PLAIN.test(tag) && !OURS.test(tag));
  seen.set(markdown, found);
  return found;
}

/** What would steer a terminal, turn the line for its reader, or be taken for a command by the log of a build. */
export function steering(text: string): readonly string[] {
  const found =
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}|##(?:\w*)\[/gu;
  return [...text.matchAll(found)].map(([one]) => JSON.stringify(one));
}
