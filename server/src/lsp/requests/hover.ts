import { HoverRequest } from 'vscode-languageserver';
import { hover } from '../../features/hover.ts';
import { toHover, toOffset } from '../convert.ts';
import { onDocument } from './request.ts';

/** What is known about the thing under the cursor. */
export const hovers = onDocument(HoverRequest.type, {
  projects: true,
  scripts: true,
  advertise: () => ({ hoverProvider: true }),
  answer({ own }, { position }, { client, env }) {
    const found = hover(own, toOffset(own.lines, position), env);
    return found === undefined ? null : toHover(found, own.lines, client);
  },
});
