import type { Analysis } from '../../analyze.ts';
import { addDays } from '../../catalog/dates.ts';
import { rules } from '../../rules/index.generated.ts';
import { markdownOf } from '../../text/markdown.ts';
import { say, textOf } from '../../text/message.ts';
import type { Env } from '../env.ts';
import type { Completion } from './item.ts';

/** What can be typed in a comment `# lync-federation: ignore[`: the ids of rules, and behind them the last day; undefined elsewhere. */
export function suppressionCompletions(
  { lines, asOf, options: { neverSuppress = [] } }: Analysis,
  offset: number,
  { bundle }: Env,
): readonly Completion[] | undefined {
  const before = lines.text.slice(lines.startOf(lines.lineAt(offset)), offset);
  const [, names, tail] = COMMENT.exec(before) ?? [];
  if (names === undefined) return undefined;
  if (tail === undefined) {
    const at = typed(/[^\s,]*$/, names, offset);
    const allowed = rules.filter(({ id }) => !neverSuppress.includes(id));
    return allowed.map(({ id, summary }) => ({
      label: id,
      kind: 'name',
      at,
      insert: id,
      docs: markdownOf(summary, bundle),
    }));
  }
  // Further words are the reason, which nobody can offer.
  if (!/^[ \t]+[a-z0-9=-]*$/i.test(tail)) return [];
  const at = typed(/\S*$/, tail, offset);
  return TERMS.map((days): Completion => {
    const label = `until=${addDays(asOf, days)}`;
    return { label, kind: 'value', at, insert: label, detail: textOf(say`the last day, in ${days} days`, bundle) };
  });
}

const COMMENT = /#[ \t]*lync-federation:[ \t]*ignore(?:-file)?\[([^\]]*)(?:\](.*))?$/;

/** A month, a quarter, a year. */
const TERMS: readonly number[] = [30, 90, 365];

function typed(word: RegExp, text: string, offset: number) {
  return { start: offset - (word.exec(text)?.[0].length ?? 0), end: offset };
}
