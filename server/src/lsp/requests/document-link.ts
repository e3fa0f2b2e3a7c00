import { DocumentLinkRequest } from 'vscode-languageserver';
import { links } from '../../features/links.ts';
import { textOf } from '../../text/message.ts';
import { toRange } from '../convert.ts';
import { uriNamedIn } from '../names.ts';
import { onDocument } from './request.ts';

/** Places that lead to pages and files. */
export const documentLinks = onDocument(DocumentLinkRequest.type, {
  scripts: true,
  advertise: () => ({ documentLinkProvider: {} }),
  answer: ({ uri, analysis }, _, { client, env }) =>
    links(analysis, env.language).map(({ at, to, tooltip }) => ({
      range: toRange(analysis.lines, at),
      target: 'url' in to ? to.url : uriNamedIn(uri, to.file),
      ...(tooltip !== undefined && client.linkTooltips && { tooltip: textOf(tooltip, env.bundle) }),
    })),
});
