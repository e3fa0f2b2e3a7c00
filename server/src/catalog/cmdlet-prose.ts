import { cmdletProse } from './cmdlet-prose.generated.ts';

/** What a cmdlet is for, in one sentence; undefined for a name the catalog does not have. */
export function cmdletSentence(name: string): string | undefined {
  return ownOf(cmdletProse.cmdlets, name);
}

/** What a parameter of a cmdlet is for, in one sentence: where it means something of its own there, that. */
export function parameterSentence(cmdlet: string, name: string): string | undefined {
  const noun = cmdlet.slice(cmdlet.indexOf('-') + 1);
  for (const place of [cmdlet, noun]) {
    const own = ownOf(ownOf(cmdletProse.nouns, place) ?? {}, name);
    if (own !== undefined) return own;
  }
  return ownOf(cmdletProse.parameters, name);
}

function ownOf<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
