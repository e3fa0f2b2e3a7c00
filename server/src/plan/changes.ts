import type { CommandValue } from '../cmdlets/command.ts';
import type { Range } from '../text/range.ts';
import { defaultOf, isForbidden, isWritten, type Kind, type Setting, writtenBy } from './kinds.ts';
import { routed } from './routing.ts';
import type { ServerObject } from './state.ts';
import { normalise } from './values.ts';

/** A parameter that two states give different values. */
export interface Change {
  readonly parameter: string;
  /** `undefined` where it is not known. */
  readonly from: CommandValue | null | undefined;
  readonly to: CommandValue | null;
  /** Where the spec says so: the value, else the object. */
  readonly at?: Range;
}

/**
 * What is to change of an object that a server holds so that it is the one that is wanted. What nobody states has its
 * documented default, so that a stated default equals an absent value; where no default is known it is left as it is.
 */
export function changesOf(kind: Kind, wanted: ServerObject, held: ServerObject, setting: Setting): readonly Change[] {
  const there = { ...held, values: routed(kind.change, held.values) };
  const names = new Set([...Object.keys(wanted.values), ...Object.keys(there.values)]);
  return [...names].flatMap((parameter) => {
    const [written] = writtenBy(kind, parameter);
    const to = valueIn(wanted, parameter, { kind, setting });
    const from = valueIn(there, parameter, { kind, setting });
    if (wanted.unread?.includes(parameter) || held.unread?.includes(parameter)) return [];
    if (written === undefined || to === undefined || !isWritten(kind, parameter, setting)) return [];
    if (isForbidden(kind, parameter, to)) return [];
    if (from !== undefined && normalise(written, from) === normalise(written, to)) return [];
    const at = wanted.valuesAt?.[parameter] ?? wanted.at;
    return [{ parameter, from, to, ...(at && { at }) }];
  });
}

function valueIn(
  object: ServerObject,
  parameter: string,
  { kind, setting }: { readonly kind: Kind; readonly setting: Setting },
): CommandValue | null | undefined {
  const stated = object.values[parameter];
  if (stated !== undefined && stated !== null) return stated;
  const known = defaultOf(kind, object, parameter, setting);
  return known === undefined ? stated : known;
}
