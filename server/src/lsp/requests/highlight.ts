import { DocumentHighlightRequest } from 'vscode-languageserver';
import { highlights } from '../../features/highlights.ts';
import { toOffset } from '../convert.ts';
import { toHighlight } from '../convert-commands.ts';
import { onDocument } from './request.ts';

/** The places of the document that name what is named at a place. */
export const documentHighlights = onDocument(DocumentHighlightRequest.type, {
  scripts: true,
  advertise: () => ({ documentHighlightProvider: true }),
  answer({ analysis }, { position }) {
    return highlights(analysis, toOffset(analysis.lines, position)).map((one) => toHighlight(one, analysis.lines));
  },
});
