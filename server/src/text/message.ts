import { visible } from './visible.ts';

/** Text for people as data: the English template is its key in every translation, the values go in untranslated. */
export interface Message {
  readonly template: string;
  readonly values: readonly Value[];
}

/** What goes into a template: words, the user's own words, an address to go to, or another message. */
export type Value = string | Code | Address | Message;

/** The user's own words, a name or a command, shown letter by letter. */
export interface Code {
  readonly code: string;
}

/** Where a link leads: an address of ours or of the catalog, never one out of a document. */
export interface Address {
  readonly address: string;
}

/** Translations by English template. */
export type Bundle = Readonly<Record<string, string>>;

/** Without translations every message is in English. */
export const ENGLISH: Bundle = {};

/** Builds a message from a tagged template. Code spans go in by `code`, so that no translation can alter them. */
export function say(strings: TemplateStringsArray, ...values: readonly (Value | number)[]): Message {
  return {
    template: strings.reduce((text, part, i) => `${text}{${i - 1}}${part}`),
    values: values.map((value) => (typeof value === 'number' ? String(value) : value)),
  };
}

/** Prose that comes from the schema or the catalog, as a message; what comes from elsewhere is a value. */
export function prose(text: string): Message {
  return { template: text, values: [] };
}

/** The user's own words, a name or a command, in backticks; what goes on over several lines is put into one. */
export function code(text: string | number | boolean): Code {
  const whole = String(text);
  return { code: whole.length > LONGEST ? `${whole.slice(0, LONGEST)}…` : whole };
}

/** Nobody reads more of it, and many messages may show the same megabyte. */
const LONGEST = 1000;

/** Several code spans, comma-separated; past `most` the rest is counted. */
export function codes(texts: readonly (string | number | boolean)[], most = 5): Message {
  const shown = listed(texts.slice(0, most).map(code));
  return texts.length > most ? { template: '{0} … (+{1})', values: [shown, String(texts.length - most)] } : shown;
}

/** Several values in a row. */
export function listed(values: readonly Value[], separator = ', '): Message {
  return { template: values.map((_, i) => `{${i}}`).join(separator), values };
}

/** An address that a template links to, as `[words](…)`. */
export function link(address: string): Address {
  return { address };
}

/** How one medium shows what goes into a template. */
export interface Medium {
  words(text: string): string;
  code(text: string): string;
  address(url: string): string;
  /** A template, where a medium does not take it as it is. */
  template?(text: string): string;
}

/** The message as text for people, in the language of the bundle; nothing in it steers a terminal. */
export function textOf(message: Message, bundle: Bundle): string {
  return rendered(message, bundle, PLAIN);
}

/** The message as it is in every language: what is compared and kept never hangs on who reads it. */
export function inEnglish(message: Message): string {
  return textOf(message, ENGLISH);
}

/** What tells a message from all that say something else, in no language: many are compared, and words take longer to make. */
export function sense({ template, values }: Message): string {
  let all = template;
  for (const value of values) all += `\0${typeof value === 'string' ? value : senseOf(value)}`;
  return all;
}

function senseOf(value: Exclude<Value, string>): string {
  if ('code' in value) return `\`${value.code}`;
  return 'address' in value ? value.address : `${sense(value)}\0`;
}

const PLAIN: Medium = { words: visible, code: (text) => `\`${inCode(text)}\``, address: visible };

/** The message as a medium shows it: templates as they are, values by its rules. */
export function rendered(message: Message, bundle: Bundle, medium: Medium): string {
  const text = bundle[message.template] ?? message.template;
  const template = medium.template ? medium.template(text) : text;
  return template.replace(/\{(\d+)\}/g, (_, i) => {
    const value = message.values[Number(i)] ?? '';
    if (typeof value === 'string') return medium.words(value);
    if ('code' in value) return medium.code(value.code);
    return 'address' in value ? medium.address(value.address) : rendered(value, bundle, medium);
  });
}

/** What stands between two backticks: one line without backticks. */
export function inCode(text: string): string {
  return visible(text.replaceAll('`', "'").replace(/(?<!\s)\s*[\r\n]\s*/g, ' '));
}
