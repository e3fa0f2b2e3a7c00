import type { CommandValue } from '../cmdlets/command.ts';
import { type Code, code, codes, type Message, say } from '../text/message.ts';
import type { Change } from './changes.ts';
import { shownRouting } from './routing.ts';
import type { Scope } from './state.ts';

/** Why an object is made. */
export function whyMade(scope: Scope): Message {
  return say`It stands in ${section(scope)}, and not on the server.`;
}

/** Why an object is removed. */
export function whyRemoved(scope: Scope): Message {
  return say`It is on the server, and not in ${section(scope)}.`;
}

/** Why an object is switched off. */
export function whySwitchedOff(scope: Scope): Message {
  return say`${whyRemoved(scope)} It came with the server, so it stays and is switched off.`;
}

/** Why an object is set up when nobody has looked at the server. */
export function whySet(scope: Scope): Message {
  return say`It stands in ${section(scope)}.`;
}

/** Which values change. */
export function whyChanged(changes: readonly Change[]): Message {
  return changes
    .map(shownRouting)
    .map(({ parameter, from, to }) =>
      from === undefined
        ? say`${code(parameter)} is to be ${said(to)}.`
        : say`${code(parameter)} is ${said(from)} and is to be ${said(to)}.`,
    )
    .reduce((all, one) => say`${all} ${one}`);
}

/** Which values change, and that this takes a new object. */
export function whyReplaced(changes: readonly Change[], only: readonly string[]): Message {
  return say`${whyChanged(changes)} Only a new object takes ${codes(only)}.`;
}

/** Why values stay as they are: the object can neither be set to them nor made anew. */
export function whyByHand(identity: string, changes: readonly Change[]): Message {
  return say`${whyChanged(changes)} No command of this server changes that in ${code(identity)}.`;
}

function section({ noun, path = [] }: Scope): Code {
  return code(path.length > 0 ? path.join('.') : noun);
}

function said(value: CommandValue | null): Code | Message {
  if (value === null || (Array.isArray(value) && value.length === 0)) return say`empty`;
  return Array.isArray(value) ? codes(value) : code(String(value));
}
