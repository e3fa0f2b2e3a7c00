import { HoverRequest } from 'vscode-languageserver';
import { hover } from '../../features/hover.ts';
import { toHover, toOffset } from '../convert.ts';
import { onDocument } from './request.ts';

/** What is known about the thing under the cursor. */
export const hovers = onDocument(HoverRequest.type, {
  projects: true,
  scripts: true,
  advertise: () => ({ hoverProvider: true }),
  answer({ analysis }, { position }, { client, env }) {
    const found = hover(analysis, toOffset(analysis.lines, position), env);
    return found === undefined ? null : toHover(found, analysis.lines, client);
  },
});
