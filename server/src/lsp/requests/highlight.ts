import { DocumentHighlightRequest } from 'vscode-languageserver';
import { highlights } from '../../features/highlights.ts';
import { isOwn } from '../../features/own-part.ts';
import { toOffset } from '../convert.ts';
import { toHighlight } from '../convert-commands.ts';
import { onDocument } from './request.ts';

/** The places of the document that name what is named at a place. */
export const documentHighlights = onDocument(DocumentHighlightRequest.type, {
  scripts: true,
  advertise: () => ({ documentHighlightProvider: true }),
  answer({ analysis, own }, { position }) {
    const found = highlights(analysis, toOffset(own.lines, position)).filter(({ at }) => isOwn(analysis, at));
    return found.map((one) => toHighlight(one, own.lines));
  },
});
