import type { DeclaredNoun } from '../cmdlets/declared-objects.ts';
import { type Effect, GLOBAL, shownSetting } from '../cmdlets/effect.ts';
import { code, codes, type Message, say } from '../text/message.ts';
import type { DifferentValue, LeftOut, RemovedObject, Several } from './contradictions.ts';

/** What is said of an object that is made, and that the list of its kind in the spec does not have. */
export function undeclaredMessage(by: Effect, { section }: DeclaredNoun, meant: string | undefined): Message {
  const name = code(by.name);
  const list = code(section.path.join('.'));
  return meant
    ? say`${name} is made here, and ${list} does not have it. Did you mean ${code(meant)}?`
    : say`${name} is made here, and ${list} does not have it. Enter it there, or leave the command out.`;
}

/** What is said of declared objects that one command removes. */
export function removedMessage([{ by }, ...others]: Several<RemovedObject>): Message {
  const name = code(by.name);
  return others.length === 0
    ? say`${name} is removed here, and the spec declares it. Leave the command out, or take ${name} out of the spec.`
    : say`${name} and ${others.length} more are removed here, and the spec declares them. Leave the command out, or take them out of the spec.`;
}

/** What is said of a value that is another one than the spec declares. */
export function differentMessage({ declared: { name, value }, last, object }: DifferentValue): Message {
  const is = code(shownSetting(last.value ?? null));
  const wants = code(shownSetting(value));
  const setting = code(`-${name}`);
  return object.name
    ? say`The runbook leaves ${setting} of ${code(object.name)} at ${is}, and the spec declares ${wants}. Change one of them.`
    : say`The runbook leaves ${setting} at ${is}, and the spec declares ${wants}. Change one of them.`;
}

/** What is said of a value that one command gives several objects, of which the spec declares others. */
export function allDifferentMessage([{ declared, last, object }, ...others]: Several<DifferentValue>): Message {
  const is = code(shownSetting(last.value ?? null));
  return say`The runbook leaves ${code(`-${declared.name}`)} of ${code(object.name ?? GLOBAL)} and ${others.length} more at ${is}, and the spec declares another value. Change one of them.`;
}

/** What is said of values that an object lacks when it is made. */
export function leftOutMessage({ by, values }: LeftOut): Message {
  const names = codes(values.map(({ name }) => `-${name}`));
  return say`${code(by.name)} is made without ${names}, and no later command gives what the spec declares. Complete the command, or change the spec.`;
}
