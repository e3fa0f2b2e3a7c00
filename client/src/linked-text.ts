import { DocumentLink, Range, Uri } from 'vscode';
import type { LinkedText } from '../../protocol/methods.ts';

/** A text about a spec, as a document has it. */
export function wordsOf({ lines }: LinkedText): string {
  return lines.map(({ text }) => `${text}\n`).join('');
}

/** What in it leads to the spec. */
export function linksOf({ lines }: LinkedText, spec: Uri): DocumentLink[] {
  return lines.flatMap(({ link }, line) => {
    if (link === undefined) return [];
    const { start, end, to } = link;
    const place = `L${to.line + 1},${to.character + 1}`;
    const file = to.uri === undefined ? spec : Uri.parse(to.uri, true);
    return new DocumentLink(new Range(line, start, line, end), file.with({ fragment: place }));
  });
}
