import { DocumentLinkRequest } from 'vscode-languageserver';
import { links } from '../../features/links.ts';
import { isOwn } from '../../features/own-part.ts';
import { textOf } from '../../text/message.ts';
import { toRange } from '../convert.ts';
import { uriNamedIn } from '../names.ts';
import { onDocument } from './request.ts';

/** Places that lead to pages and files. */
export const documentLinks = onDocument(DocumentLinkRequest.type, {
  scripts: true,
  advertise: () => ({ documentLinkProvider: {} }),
  answer: ({ uri, own }, _, { client, env }) =>
    links(own, env.language)
      .filter(({ at }) => isOwn(own, at))
      .map(({ at, to, tooltip }) => ({
        range: toRange(own.lines, at),
        target: 'url' in to ? to.url : uriNamedIn(uri, to.file),
        ...(tooltip !== undefined && client.linkTooltips && { tooltip: textOf(tooltip, env.bundle) }),
      })),
});
