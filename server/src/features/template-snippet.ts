import type { Template } from '../templates/template.ts';
import { EXAMPLES } from '../templates/templates.ts';
import { literal, suggestion } from './completion/snippet.ts';

/** A template as a snippet: each example is typed over once, wherever it stands. */
export function snippetOf({ text }: Template): string {
  const asked = EXAMPLES.filter((example) => text.includes(example));
  return asked.reduce((snippet, example, i) => {
    const [before = '', ...behind] = snippet.split(example);
    return before + suggestion(i + 1, example) + behind.join(`$${i + 1}`);
  }, literal(text));
}
