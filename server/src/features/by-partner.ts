import type { Analysis } from '../analyze.ts';
import { nouns } from '../catalog/nouns.ts';
import type { Problem } from '../problem.ts';
import { each, type Place } from '../spec/model.ts';
import { nameIn, objectKey } from '../spec/names.ts';
import { firstFrom, touches } from '../text/range.ts';
import { commandAt, inCommand } from './runbook/objects.ts';

/** The problems with one partner; without a name those that are about none alone. */
export interface OfPartner {
  readonly name: string | undefined;
  readonly problems: readonly Problem[];
}

/** The problems of a spec by the partner or provider that they are about, in the order of the spec; those about none come first. */
export function byPartner(analysis: Analysis): readonly OfPartner[] {
  const entries = partnersIn(analysis);
  const groups = new Map<string, { readonly name: string | undefined; readonly problems: Problem[] }>();
  for (const problem of analysis.problems) {
    const name = partnerOf(problem, entries, analysis);
    const key = name === undefined ? '' : objectKey(name);
    const group = groups.get(key) ?? { name, problems: [] };
    groups.set(key, group);
    group.problems.push(problem);
  }
  const found = [...groups.values()];
  return [...found.filter(({ name }) => name === undefined), ...found.filter(({ name }) => name !== undefined)];
}

/** The entry in which a problem lies, or one of the places that have to do with it; else what a command of the runbook is about. */
function partnerOf({ at, related = [] }: Problem, entries: readonly Place[], analysis: Analysis): string | undefined {
  for (const { start } of [at, ...related.map((other) => other.at)]) {
    const entry = entries[firstFrom(entries, (one) => start <= one.at.end)];
    if (entry !== undefined && touches(entry.at, start)) return nameIn(entry);
    const command = commandAt(analysis, start);
    const named = command && inCommand(command).find(({ noun }) => PARTNERS.has(noun));
    if (named !== undefined) return named.name;
  }
  return undefined;
}

function partnersIn({ spec: { domains, providers } }: Analysis): readonly Place[] {
  const entries: readonly Place[] = [
    ...each(domains?.allowed),
    ...each(domains?.blocked),
    ...each(domains?.discovered),
    ...each(domains?.xmpp),
    ...each(providers?.public),
    ...each(providers?.hosting),
  ];
  return entries.toSorted((a, b) => a.at.start - b.at.start);
}

const PARTNERS: ReadonlySet<string> = new Set([
  nouns.allowedDomain,
  nouns.blockedDomain,
  nouns.xmppPartner,
  nouns.publicProvider,
  nouns.hostingProvider,
]);
