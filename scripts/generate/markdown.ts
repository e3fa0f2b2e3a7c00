import { readFile } from 'node:fs/promises';

/** A document with the part between `<!-- generated NAME -->` and `<!-- /generated -->` replaced. */
export function replacePart(text: string, name: string, part: string): string {
  const open = `<!-- generated ${name} -->`;
  const close = '<!-- /generated -->';
  const start = text.indexOf(open);
  const end = text.indexOf(close, start);
  if (start < 0 || end < 0) throw new Error(`no ${open} … ${close} in the document`);
  return `${text.slice(0, start + open.length)}\n${part.trim()}\n${text.slice(end)}`;
}

/** A file's text, or nothing where there is no such file. */
export async function textOfFile(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}

/** Text that does not end a table cell. */
export function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
