import type { UnknownValue, Want } from '../../spec/faults.ts';
import type { LineTable } from '../../text/lines.ts';
import { code, codes, type Message, prose, say } from '../../text/message.ts';
import { nearest } from '../../text/near.ts';
import { set } from '../../yaml/edit.ts';
import type { Fix, Rule } from '../rule.ts';

export const unknownValue: Rule = {
  id: 'unknown-value',
  summary: say`A value that the key cannot have.`,
  severity: 'error',
  facts: [],

  *check(_, { faults, lines }) {
    for (const fault of faults) {
      if (fault.kind === 'unknown-value')
        yield { at: fault.at, message: messageFor(fault, lines), fixes: fixesFor(fault) };
    }
  },
};

function messageFor(fault: UnknownValue, lines: LineTable): Message {
  const { value, want } = fault;
  const name = code(fault.path.findLast((step) => typeof step === 'string') ?? '');
  const shown = value === undefined ? name : code(String(value));
  const isFolded = lines.lineAt(fault.at.start) < lines.lineAt(fault.at.end);
  if ('form' in want && isFolded)
    return say`${shown} is not ${prose(want.form)}, which ${name} takes. It is read over several lines, because these are indented deeper than the first.`;
  if ('form' in want) return say`${shown} is not ${prose(want.form)}, which ${name} takes.`;
  if ('bound' in want) return bounded(shown, name, want);
  const meant = nearOf(fault);
  if (meant !== undefined) return say`${shown} is not a value of ${name}. Did you mean ${code(meant)}?`;
  return say`${shown} is not a value of ${name}. It takes one of ${codes(want.oneOf, 10)}.`;
}

function bounded(shown: string, name: string, want: Extract<Want, { bound: string }>): Message {
  if (want.of === 'items') return say`${name} needs at least ${want.limit} entry. Add one, or remove the key.`;
  if (want.of === 'length') {
    return want.bound === 'least'
      ? say`${name} is empty. Give it a value, or remove it.`
      : say`${shown} is too long: ${name} holds at most ${want.limit} characters.`;
  }
  return want.bound === 'least'
    ? say`${shown} is too small for ${name}: the least is ${want.limit}.`
    : say`${shown} is too large for ${name}: the most is ${want.limit}.`;
}

function fixesFor(fault: UnknownValue): readonly Fix[] {
  const meant = nearOf(fault);
  if (meant === undefined) return [];
  return [
    {
      title: say`Change ${code(String(fault.value))} to ${code(meant)}`,
      safety: 'safe',
      edits: [set(fault.path, meant)],
    },
  ];
}

function nearOf({ value, want }: UnknownValue): string | undefined {
  if (!('oneOf' in want) || typeof value !== 'string') return undefined;
  return nearest(
    value,
    want.oneOf.filter((one) => typeof one === 'string'),
  );
}
