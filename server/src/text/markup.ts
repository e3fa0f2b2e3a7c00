import type { Medium } from './message.ts';
import { type Bundle, inCode, type Message, rendered } from './message.ts';
import { plainLine, visible } from './visible.ts';

/** Text as XML and HTML hold it, between tags and in attributes: no markup, and nothing that XML cannot have. */
export function escaped(text: string): string {
  return visible(text)
    .replace(NO_XML, '')
    .replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
}

/** The attributes of an element, a blank before each. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [` ${name}="${escaped(String(value)).replaceAll('\n', '&#10;')}"`],
    )
    .join('');
}

/** The message as HTML: code is an element, and nothing else is more than text. */
export function htmlOf(message: Message, bundle: Bundle): string {
  return rendered(message, bundle, HTML);
}

const HTML: Medium = {
  words: (text) => escaped(text).replace(/\s*\n\s*/g, ' '),
  code: (text) => `<code>${escaped(inCode(text))}</code>`,
  address: escaped,
  template: (text) => escaped(text).replace(/`([^`]*)`/g, '<code>$1</code>'),
};

/** The message as words of a picture: nobody sees letters of code by backticks there. Not yet escaped, so that it can be cut. */
export function wordsOf(message: Message, bundle: Bundle): string {
  return plainLine(rendered(message, bundle, WORDS));
}

const WORDS: Medium = { words: visible, code: inCode, address: visible };

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 cannot have, not even escaped, and those that it advises against. */
const NO_XML = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\x7f-\x84\x86-\x9f]/gu;
