import { SemanticTokensRangeRequest, SemanticTokensRequest, type ServerCapabilities } from 'vscode-languageserver';
import { type Client, legendFor } from '../capabilities.ts';
import { toOffset } from '../convert.ts';
import { toSemanticTokens } from '../semantic-tokens.ts';
import { onDocument } from './request.ts';

/** What each word of a command is. */
export const semanticTokens = onDocument(SemanticTokensRequest.type, {
  scripts: true,
  advertise,
  answer: ({ own }, _, { client }) => toSemanticTokens(own, client),
});

/** The same for what is on the screen. */
export const semanticTokensInRange = onDocument(SemanticTokensRangeRequest.type, {
  scripts: true,
  answer({ own }, { range }, { client }) {
    const { lines } = own;
    return toSemanticTokens(own, client, { start: toOffset(lines, range.start), end: toOffset(lines, range.end) });
  },
});

function advertise(client: Client): ServerCapabilities {
  const { full, range } = client.tokens;
  const legend = legendFor(client);
  const isTaken = (full || range) && legend.tokenTypes.length > 0;
  return isTaken ? { semanticTokensProvider: { legend, full, range } } : {};
}
