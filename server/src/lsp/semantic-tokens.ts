import type { SemanticTokens } from 'vscode-languageserver';
import type { Analysis } from '../analyze.ts';
import { semanticTokens } from '../features/semantic-tokens.ts';
import { derived } from '../text/derived.ts';
import type { Range } from '../text/range.ts';
import { type Client, legendFor } from './capabilities.ts';

/** Editors ask for the lines they show at every scroll. */
const tokensOf = derived(semanticTokens);

/** The tokens of a document or of a part of it, each told by its distance from the one before. */
export function toSemanticTokens(analysis: Analysis, client: Client, within?: Range): SemanticTokens {
  const { tokenTypes: types } = legendFor(client);
  const data: number[] = [];
  let line = 0;
  let column = 0;
  for (const { at, type } of tokensOf(analysis)) {
    const index = types.indexOf(type);
    if (index < 0 || (within !== undefined && (at.end < within.start || at.start > within.end))) continue;
    const place = analysis.lines.position(at.start);
    data.push(
      place.line - line,
      place.line === line ? place.column - column : place.column,
      at.end - at.start,
      index,
      0,
    );
    line = place.line;
    column = place.column;
  }
  return { data };
}
