import { valueRule } from '../catalog/value-rules.ts';
import { type CommandValue, refusal, render } from '../cmdlets/command.ts';
import { shownSetting } from '../cmdlets/effect.ts';
import { creationParameter, type DifferentValue, type LeftOut, type Several } from '../deployment/contradictions.ts';
import { code, codes, say } from '../text/message.ts';
import { remove, set } from '../yaml/edit.ts';
import { type Document, rewritten } from './command-edits.ts';
import { type Fix, offered } from './fix.ts';
import { withValue } from './parameter-edits.ts';

/** Gives the runbook the value of the spec, or the spec the value of the runbook. */
export function madeEqual(
  { declared: { key, name, place, value }, last }: DifferentValue,
  document: Document,
): readonly Fix[] {
  const { effect, written } = last;
  const { command, noun } = effect;
  const is = code(shownSetting(last.value ?? null));
  const other = `${command.verb === 'Enable' ? 'Disable' : 'Enable'}-${noun}`;
  const edits = written
    ? withValue(document, command, written, joined(noun, name, value))
    : rewritten(document, command, [{ at: command.at, insert: other }]);
  return [
    ...offered(say`Change the command to what the spec declares`, edits),
    ...(last.value === null || last.value === undefined
      ? offered(say`Remove ${code(key)} from the spec`, [remove(place.path)])
      : offered(say`Change the spec to ${is}`, [set(place.path, last.value)])),
  ];
}

/** Gives several objects of the spec the value that one command gives them all: it stays, as it may be right for some of them. */
export function allMadeEqual(values: Several<DifferentValue>): readonly Fix[] {
  const value = values[0].last.value ?? undefined;
  return offered(
    say`Change the spec for all of them`,
    values.map((one) => {
      const { path } = one.declared.place;
      return value === undefined ? remove(path) : set(path, value);
    }),
  );
}

/** Gives an object that is made what the spec declares of it, or takes that out of the spec. */
export function completed({ by, values }: LeftOut, document: Document): readonly Fix[] {
  const parameters = Object.fromEntries(values.map(({ name, value }) => [name, joined(by.noun, name, value)]));
  const rest = { cmdlet: '', parameters };
  const { end } = by.command.whole;
  const edits = refusal(rest)
    ? undefined
    : rewritten(document, by.command, [{ at: { start: end, end }, insert: render(rest) }]);
  return [
    ...offered(say`Complete the command`, edits),
    ...offered(
      say`Remove ${codes(values.map(({ key }) => key))} from the spec`,
      values.map(({ place }) => remove(place.path)),
    ),
  ];
}

/** A list as the parameter takes it: some want one text. */
function joined(noun: string, name: string, value: CommandValue): CommandValue {
  const known = creationParameter(noun, name);
  return Array.isArray(value) && known && valueRule(known).list === 'comma-string' ? value.join(',') : value;
}
