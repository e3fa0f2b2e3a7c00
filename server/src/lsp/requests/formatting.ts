import {
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentRangesFormattingRequest,
  type FormattingOptions,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import { formatting, type Style } from '../../features/formatting.ts';
import { indentTyped } from '../../features/on-type.ts';
import type { TextEdit as Edit } from '../../text/edit.ts';
import { toOffset, toRange } from '../convert.ts';
import { editorConfigOf } from '../editorconfig.ts';
import type { Opened } from '../opened.ts';
import type { Session } from '../session.ts';
import { styleFor } from '../style.ts';
import { onDocument } from './request.ts';

/** Lays out a document. */
export const documentFormats = onDocument(DocumentFormattingRequest.type, {
  projects: true,
  advertise: () => ({ documentFormattingProvider: true }),
  answer: (opened, { options }, session) => formatted(opened, options, session),
});

/** Lays out a part of a document. */
export const rangeFormats = onDocument(DocumentRangeFormattingRequest.type, {
  projects: true,
  advertise: ({ formatsRanges }) => ({
    documentRangeFormattingProvider: formatsRanges ? { rangesSupport: true } : true,
  }),
  answer: (opened, { options, range }, session) => formatted(opened, options, session, [range]),
});

/** Lays out several parts of a document at once. */
export const rangesFormats = onDocument(DocumentRangesFormattingRequest.type, {
  projects: true,
  answer: (opened, { options, ranges }, session) => formatted(opened, options, session, ranges),
});

/** Indents the line that was just begun. */
export const typedFormats = onDocument(DocumentOnTypeFormattingRequest.type, {
  projects: true,
  advertise: () => ({ documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n', moreTriggerCharacter: ['-'] } }),
  async answer({ analysis, uri }, { position, ch, options }, session) {
    const { indent = 2 } = await styleOf(uri, options, session);
    return toEdits(indentTyped(analysis.lines, toOffset(analysis.lines, position), ch, indent), analysis);
  },
});

async function formatted(
  { analysis, uri }: Opened,
  options: FormattingOptions,
  session: Session,
  ranges?: readonly Range[],
): Promise<TextEdit[]> {
  const { lines } = analysis;
  const parts = ranges?.map(({ start, end }) => ({ start: toOffset(lines, start), end: toOffset(lines, end) }));
  return toEdits(formatting(analysis, await styleOf(uri, options, session), parts), analysis);
}

/** Read anew each time, as nobody tells when one of these files changes. */
async function styleOf(uri: string, options: FormattingOptions, { host }: Session): Promise<Style> {
  return styleFor(await editorConfigOf(uri, host.readFile), options);
}

function toEdits(edits: readonly Edit[], { lines }: Opened['analysis']): TextEdit[] {
  return edits.map(({ at, insert }) => ({ range: toRange(lines, at), newText: insert }));
}
