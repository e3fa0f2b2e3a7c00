import { mixedParameters } from '../catalog/parameter-sets.ts';
import type { Effect } from '../cmdlets/effect.ts';
import type { Argument } from '../cmdlets/resolved.ts';
import { say } from '../text/message.ts';
import { type Document, rewritten } from './command-edits.ts';
import type { Fix } from './fix.ts';

/** Routes by DNS SRV records in the same command, without what does not go with them. */
export function byDns(written: Document, { command }: Effect, discovery: boolean): readonly Fix[] {
  const { known, parameters } = command;
  const instead = ` -UseDnsSrvRouting -EnablePartnerDiscovery ${discovery ? '$true' : '$false'}`;
  const changes = parameters.flatMap((given, place) => {
    const name = given.role === 'named' ? given.parameter?.name : undefined;
    if (known === undefined || name === undefined) return [];
    const at = { start: endOf(parameters[place - 1]) ?? command.at.end, end: endOf(given) ?? 0 };
    if (name === 'UseDefaultRouting') return [{ at, insert: instead }];
    return mixedParameters(known, ['UseDnsSrvRouting', name]) ? [{ at, insert: '' }] : [];
  });
  const edits = rewritten(written, command, changes);
  return edits ? [{ title: say`Route by DNS SRV records`, safety: 'review', edits }] : [];
}

function endOf(given: Argument | undefined): number | undefined {
  return given?.valueAt?.end ?? given?.at.end;
}
