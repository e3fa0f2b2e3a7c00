import {
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentRangesFormattingRequest,
  type FormattingOptions,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import { isScriptName } from '../../../../protocol/names.ts';
import { formatting } from '../../features/formatting.ts';
import { indentTyped } from '../../features/on-type.ts';
import type { TextEdit as Edit } from '../../text/edit.ts';
import { LineTable } from '../../text/lines.ts';
import { toOffset, toRange } from '../convert.ts';
import { type EditorConfig, editorConfigOf } from '../editorconfig.ts';
import type { Opened } from '../opened.ts';
import type { Session } from '../session.ts';
import { styleFor } from '../style.ts';
import { onDocument, type Request, request } from './request.ts';

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

/**
 * Indents the line that was just begun. Nobody waits for an analysis or for files while typing: it is told from the text alone, and
 * what `.editorconfig` files say is known from the line before.
 */
export const typedFormats: Request = {
  method: DocumentOnTypeFormattingRequest.method,
  advertise: () => ({ documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n', moreTriggerCharacter: ['-'] } }),
  listen(session) {
    const configs = new Map<string, EditorConfig>();
    const configOf = async (uri: string): Promise<EditorConfig> => {
      const reading = editorConfigOf(uri, (file) => session.workspace.bytes(file)).then((config) => {
        configs.set(uri, config);
        return config;
      });
      return configs.get(uri) ?? reading;
    };
    request(DocumentOnTypeFormattingRequest.type, {
      async answer({ textDocument: { uri }, position, ch, options }, { documents }) {
        const known = documents.isOpen(uri) && !isScriptName(uri) ? await documents.textOf(uri) : undefined;
        if (known === undefined) return null;
        const lines = new LineTable(known.text);
        const { indent = 2 } = styleFor(await configOf(uri), options);
        return toEdits(indentTyped(lines, toOffset(lines, position), ch, indent), lines);
      },
    }).listen(session);
  },
};

async function formatted(
  { own, uri }: Opened,
  options: FormattingOptions,
  session: Session,
  ranges?: readonly Range[],
): Promise<TextEdit[]> {
  const { lines } = own;
  // Read anew each time, as nobody tells when one of these files changes.
  const style = styleFor(await editorConfigOf(uri, (file) => session.workspace.bytes(file)), options);
  const parts = ranges?.map(({ start, end }) => ({ start: toOffset(lines, start), end: toOffset(lines, end) }));
  return toEdits(formatting(own, style, parts), lines);
}

function toEdits(edits: readonly Edit[], lines: LineTable): TextEdit[] {
  return edits.map(({ at, insert }) => ({ range: toRange(lines, at), newText: insert }));
}
