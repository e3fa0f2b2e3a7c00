import { DocumentLinkRequest } from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import { type Link, links } from '../../features/links.ts';
import { textOf } from '../../text/message.ts';
import { toRange } from '../convert.ts';
import { onDocument } from './request.ts';

/** Places that lead to pages and files. */
export const documentLinks = onDocument(DocumentLinkRequest.type, {
  scripts: true,
  advertise: () => ({ documentLinkProvider: {} }),
  answer: ({ uri, analysis }, _, { client, env }) =>
    links(analysis).map(({ at, to, tooltip }) => ({
      range: toRange(analysis.lines, at),
      target: targetOf(to, uri),
      ...(tooltip !== undefined && client.linkTooltips && { tooltip: textOf(tooltip, env.bundle) }),
    })),
});

/** A file is found from the folder of the document. */
function targetOf(to: Link['to'], uri: string): string {
  return 'url' in to
    ? to.url
    : Utils.resolvePath(Utils.dirname(URI.parse(uri)), to.file.replaceAll('\\', '/')).toString();
}
