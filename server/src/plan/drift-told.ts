import type { CommandValue } from '../cmdlets/command.ts';
import { type Message, say } from '../text/message.ts';
import type { Difference } from './drift.ts';

/** The columns of a table of differences. */
export const DRIFT_HEAD: readonly Message[] = [say`object`, say`identity`, say`setting`, say`declared`, say`live`];

/** A difference as a row of that table. */
export interface DifferenceTold {
  readonly object: string;
  readonly identity: string;
  readonly setting: string | Message;
  readonly declared: string | Message;
  readonly live: string | Message;
}

export function toldOf(difference: Difference): DifferenceTold {
  const { is, object, identity, setting = '', declared, live } = difference;
  return {
    object,
    identity,
    setting: is === 'granted' ? say`granted to` : setting,
    declared: shown(declared, difference),
    live: shown(live, difference),
  };
}

function shown(value: CommandValue | null | undefined, { is }: Difference): string | Message {
  if (is === 'missing' || is === 'surplus') return value === true ? say`there` : say`not there`;
  if (value === undefined) return say`not known`;
  if (value === null || (Array.isArray(value) && value.length === 0)) return say`empty`;
  return Array.isArray(value) ? value.join(', ') : String(value).replaceAll('\n', ' ');
}
