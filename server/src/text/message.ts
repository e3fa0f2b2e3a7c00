/** Text for people as data: the English template is its key in every translation, the values go in untranslated. */
export interface Message {
  readonly template: string;
  readonly values: readonly (string | Message)[];
}

/** Translations by English template. */
export type Bundle = Readonly<Record<string, string>>;

/** Builds a message from a tagged template. Code spans go in by `code`, so that no translation can alter them. */
export function say(strings: TemplateStringsArray, ...values: readonly (string | number | Message)[]): Message {
  return {
    template: strings.reduce((text, part, i) => `${text}{${i - 1}}${part}`),
    values: values.map((value) => (typeof value === 'number' ? String(value) : value)),
  };
}

/** Prose that comes from the schema or the catalog, as a message. */
export function prose(text: string): Message {
  return { template: text, values: [] };
}

/** The user's own words, a name or a command, in backticks; what goes on over several lines is put into one. */
export function code(text: string | number | boolean): string {
  return `\`${String(text)
    .replaceAll('`', "'")
    .replace(/\s*[\r\n]\s*/g, ' ')}\``;
}

/** Several code spans, comma-separated; past `most` the rest is counted. */
export function codes(texts: readonly (string | number | boolean)[], most = 5): string {
  const shown = texts.slice(0, most).map(code).join(', ');
  return texts.length > most ? `${shown} … (+${texts.length - most})` : shown;
}

/** The message as text, in the language of the bundle, or in English. */
export function textOf(message: Message, bundle: Bundle = {}): string {
  const template = bundle[message.template] ?? message.template;
  return template.replace(/\{(\d+)\}/g, (_, i) => {
    const value = message.values[Number(i)] ?? '';
    return typeof value === 'string' ? value : textOf(value, bundle);
  });
}
