import { parameter } from '../catalog/cmdlets.ts';
import type { JudgedValue } from '../cmdlets/judged-values.ts';
import type { BoundArgument } from '../cmdlets/resolved.ts';
import type { RunbookCommand } from '../cmdlets/runbook.ts';
import { code, type Message, say } from '../text/message.ts';
import { nearest } from '../text/near.ts';
import { type Document, rewritten } from './command-edits.ts';
import type { Fix } from './fix.ts';
import { wanted, withoutParameter } from './parameter-edits.ts';

/** Repairs of a value that its parameter does not take: what was meant where that can be told, else what could be. */
export function otherValues(
  { value, text, at, fault }: JudgedValue,
  command: RunbookCommand,
  document: Document,
): readonly Fix[] {
  const { rule } = value;
  const { name } = value.parameter;
  const writing = (insert: string, title: Message, safety: Fix['safety']): Fix[] => {
    const edits = rewritten(document, command, [{ at, insert }]);
    return edits ? [{ title, safety, edits }] : [];
  };
  const write = (insert: string, safety: Fix['safety']) => writing(insert, say`Write ${code(insert)}`, safety);
  if (fault.fault === 'null') {
    const edits = withoutParameter(document, command, value);
    return edits ? [{ title: say`Remove ${code(`-${name}`)}`, safety: 'review', edits }] : [];
  }
  if (fault.fault === 'kind' && fault.wanted === 'boolean') {
    const meant = BOOLEANS.get(text.toLowerCase().replace(/^\$/, ''));
    return meant === undefined ? ['$true', '$false'].flatMap((one) => write(one, 'review')) : write(meant, 'safe');
  }
  if (fault.fault === 'kind' && fault.wanted === 'object') {
    const listed = asList(value, command);
    const maker = rule.from?.find((name) => name.toLowerCase().endsWith(text.toLowerCase()));
    if (maker !== undefined) return write(`(${maker})`, 'safe');
    const edits = listed && rewritten(document, command, [{ at: value.at, insert: listed }]);
    if (edits) return [{ title: say`Write ${code(listed)}`, safety: 'review', edits }];
  }
  if (fault.fault === 'unlisted' || fault.fault === 'ambiguous') {
    const meant = fault.fault === 'unlisted' ? nearest(text, fault.values) : undefined;
    return meant === undefined
      ? fault.values.slice(0, MOST).flatMap((one) => write(one, 'review'))
      : write(meant, 'safe');
  }
  const insert = wanted(name, { ...rule, values: [] });
  return insert === undefined ? [] : writing(insert, say`Enter another value`, 'review');
}

/** The sister of a parameter that takes as texts what this one takes as objects. */
function asList({ parameter: { name } }: BoundArgument, { known }: RunbookCommand): string | undefined {
  const sister = known && parameter(known, `${name}AsAList`);
  return sister && `-${sister.name}`;
}

/** As many values as a person chooses from. */
const MOST = 3;

/** How people write what the shell has variables for. */
const BOOLEANS: ReadonlyMap<string, string> = new Map([
  ['true', '$true'],
  ['false', '$false'],
]);
