import { type Bundle, inCode, type Medium, type Message, rendered } from './message.ts';
import { visible } from './visible.ts';

/** The message as Markdown: what the template says is markup, and no value is. */
export function markdownOf(message: Message, bundle: Bundle): string {
  return rendered(message, bundle, MARKDOWN);
}

/** The same in a table, whose cells a stroke would end: also in code. */
export function markdownCellOf(message: Message, bundle: Bundle): string {
  return rendered(message, bundle, CELL);
}

const MARKDOWN: Medium = {
  words: escaped,
  // There is no span of nothing.
  code: (text) => `\`${inCode(text) || ' '}\``,
  address: (url) => url.replace(/[\s"'()*<>[\\\]`]/g, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`),
};

const CELL: Medium = { ...MARKDOWN, code: (text) => (text.includes('|') ? escaped(text) : MARKDOWN.code(text)) };

/** Text that is only text, whatever it is: no markup, no HTML, and no address that a reader would make a link of. */
function escaped(text: string): string {
  return visible(text)
    .replace(MARKS, '\\$&')
    .replace(/(?<!\s)\s*\n\s*/g, ' ')
    .replace(/^\s*(?:(?=[-+=])|\d+(?=[.)]))/, '$&\\');
}

/** Marks of Markdown and HTML, and those without which nothing is taken for an address: `:/`, `www.`, `.com`, `@`. */
const MARKS = /[\\`*_[\]<>&#~|]|!(?=\[)|:(?=\/)|\.(?=\p{L})|@/gu;

/** Text for people as Markdown: what stands between backticks is code, and nothing else is markup. */
export function asMarkdown(text: string): string {
  return text.replace(/`[^`]*`|[^`]+|`/g, (part) => {
    if (part.length === 1 || !part.startsWith('`')) return escaped(part);
    return `\`${inCode(part.slice(1, -1)) || ' '}\``;
  });
}

/** Rows of a table; a bar would end its cell, in code too. */
export function cells(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) => `| ${row.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|').replaceAll('\n', ' ')).join(' | ')} |`)
    .join('\n');
}

/** What becomes of the marks of our Markdown where it is shown as text. */
export interface Marks {
  heading(text: string): string;
  strong(text: string): string;
  link(words: string, url: string): string;
  /** Stands between two links. */
  readonly between: string;
}

/** Markdown of ours as text to read. */
export function unmarked(markdown: string, marks: Marks = NO_MARKS): string {
  const lines = markdown.split('\n').map((line) => {
    const heading = /^#+ (.*)$/.exec(line)?.[1];
    return heading === undefined ? inline(line, marks) : marks.heading(inline(heading, marks));
  });
  return lines.join('\n');
}

const NO_MARKS: Marks = {
  heading: (text) => text,
  strong: (text) => text,
  link: (words, url) => `${words} <${url}>`,
  between: '; ',
};

function inline(line: string, marks: Marks): string {
  return line.replace(INLINE, (all, char, strong, separator, words, url) => {
    if (char !== undefined) return char;
    if (strong !== undefined) return marks.strong(inline(strong, marks));
    if (url === undefined) return all;
    return (separator === undefined ? '' : marks.between) + marks.link(inline(words, marks), url);
  });
}

/** A code span, an escaped character, bold face, a link with what parts it from the one before. */
const INLINE =
  /`[^`]*`|\\([^\w\s]|_)|\*\*((?:`[^`]*`|\\.|(?!\*\*)[^`\\])*)\*\*|(; )?\[((?:`[^`]*`|\\.|[^\]`\\])*)\]\(([^)\s]*)\)/g;
