import type { Analysis } from '../analyze.ts';
import { verbAndNoun } from '../cmdlets/command.ts';
import type { Range } from '../text/range.ts';
import { type Mention, mentionsOf, type ObjectName } from './runbook/objects.ts';

/** Where an object comes from: its entry in the spec, else the commands that make it. */
export function definitions(analysis: Analysis, object: ObjectName): readonly Range[] {
  const mentions = mentionsOf(analysis, object);
  const entries = mentions.filter(({ role }) => role === 'entry');
  return (entries.length > 0 ? entries : mentions.filter(isMaking)).map(({ at }) => at);
}

function isMaking({ command }: Mention): boolean {
  return command !== undefined && verbAndNoun(command.cmdlet).verb.toLowerCase() === 'new';
}
