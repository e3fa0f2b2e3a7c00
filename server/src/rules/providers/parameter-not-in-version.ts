import type { Catalog } from '../../catalog/catalog.generated.ts';
import { cmdlet, parameter } from '../../catalog/cmdlets.ts';
import type { RunbookCommand } from '../../cmdlets/runbook.ts';
import { each, keyOf, type Place, type Spec } from '../../spec/model.ts';
import type { LineTable } from '../../text/lines.ts';
import { code, say } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import { remove } from '../../yaml/edit.ts';
import { fieldOf, nounSections, objectsOf } from '../noun-sections.ts';
import type { Finding, Fix, Rule, SpecEdit } from '../rule.ts';
import {
  gapMessage,
  parametersNamed,
  type ServerVersion,
  shellServer,
  type VersionGap,
  versionGap,
  writers,
} from '../version-gap.ts';

export const parameterNotInVersion: Rule = {
  id: 'parameter-not-in-version',
  summary: say`A key, cmdlet or parameter that the server product does not have.`,
  severity: 'error',
  facts: ['products'],

  *check(spec, { catalog, runbook, lines }) {
    const server = shellServer(spec, catalog);
    if (server === undefined) return;
    const about = { spec, catalog, server };
    for (const { place, gap } of gapsInSections(about)) {
      const name = String(place.path.at(-1));
      yield finding(about, { at: keyOf(place), name: code(name), gap, edits: [remove(place.path)] });
    }
    for (const command of runbook) {
      for (const { at, name, gap, edits } of gapsInCommand(command, { ...about, runbook, lines })) {
        yield finding(about, { at, name: code(name), gap, edits });
      }
    }
  },
};

interface About {
  readonly spec: Spec;
  readonly catalog: Catalog;
  readonly server: ServerVersion;
}

/** Keys of parameters the server lacks; the whole section where it lacks the noun. */
function* gapsInSections({ spec, catalog, server }: About): Iterable<{ place: Place; gap: VersionGap }> {
  for (const described of nounSections) {
    const found = objectsOf(spec, described);
    if (found === undefined || found.objects.length === 0) continue;
    const cmdlets = writers(described.noun);
    const nounGap = versionGap(catalog, cmdlets, server);
    if (nounGap) {
      yield { place: found.section, gap: nounGap };
      continue;
    }
    for (const [key, name] of described.parameters) {
      const gap = versionGap(catalog, parametersNamed(cmdlets, name), server);
      if (gap === undefined) continue;
      for (const object of found.objects) {
        const place = fieldOf(object, key);
        if (place) yield { place, gap };
      }
    }
  }
}

interface RunbookGap {
  readonly at: Range;
  readonly name: string;
  readonly gap: VersionGap;
  readonly edits: readonly SpecEdit[];
}

function* gapsInCommand(
  command: RunbookCommand,
  { spec, catalog, server, runbook, lines }: About & { runbook: readonly RunbookCommand[]; lines: LineTable },
): Iterable<RunbookGap> {
  const known = cmdlet(command.cmdlet);
  if (known === undefined) return;
  const gap = versionGap(catalog, [known], server);
  if (gap) {
    const alone = runbook.every((other) => other === command || other.item !== command.item);
    const edits = alone ? [remove(['cmdlets', command.item])] : [];
    yield { at: command.at, name: command.cmdlet, gap, edits };
    return;
  }
  const line = each(spec.cmdlets).find(({ path }) => path.at(-1) === command.item);
  for (const { name, at, valueAt } of command.parameters) {
    const named = name === '' ? undefined : parameter(known, name);
    const lack = named && versionGap(catalog, [named], server);
    if (lack === undefined) continue;
    const written = { start: endOfWord(lines.text, at.start), end: valueAt?.end ?? at.end };
    const edits: readonly SpecEdit[] =
      line?.verbatimAt === undefined ? [] : [{ edit: 'text', at: written, insert: '' }];
    yield { at, name: `-${name}`, gap: lack, edits };
  }
}

/** Where the text before the blanks in front of an offset ends. */
function endOfWord(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
  return end;
}

function finding({ spec, catalog, server }: About, { at, name, gap, edits }: RunbookGap): Finding {
  const stated = gap.update === undefined ? spec.server?.product : spec.server?.cumulativeUpdate;
  const fix: Fix = { title: say`Remove ${name}`, safety: 'review', edits };
  return {
    at,
    message: gapMessage(catalog, name, gap, server),
    ...(gap.update === undefined ? {} : { severity: 'warning' }),
    related: stated ? [{ at: stated.at, message: say`The server is stated here.` }] : [],
    fixes: edits.length > 0 ? [fix] : [],
  };
}
