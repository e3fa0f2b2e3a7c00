import type { Catalog } from '../../catalog/catalog.generated.ts';
import { readCommands } from '../../cmdlets/read.ts';
import type { RunbookCommand } from '../../cmdlets/runbook.ts';
import {
  gapMessage,
  parametersNamed,
  type ServerVersion,
  shellServer,
  type VersionGap,
  versionGap,
  writers,
} from '../../deployment/version-gap.ts';
import { lineOf, withoutCommand } from '../../edits/command-edits.ts';
import type { Fix, SpecEdit } from '../../edits/fix.ts';
import { keyOf, type Place, type Spec } from '../../spec/model.ts';
import { fieldOf, nounSections, objectsOf } from '../../spec/noun-sections.ts';
import type { LineTable } from '../../text/lines.ts';
import { code, prose, say } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import { remove, set } from '../../yaml/edit.ts';
import type { Finding, Rule } from '../rule.ts';

export const parameterNotInVersion: Rule = {
  id: 'parameter-not-in-version',
  summary: say`A key, cmdlet or parameter that the server product does not have.`,
  severity: 'error',
  facts: ['products'],
  scripts: true,

  *check(spec, { catalog, runbook, lines, isScript }) {
    const server = shellServer(spec, catalog);
    if (server === undefined) return;
    const about = { spec, catalog, server };
    for (const { place, gap } of gapsInSections(about)) {
      const name = String(place.path.at(-1));
      yield finding(about, { at: keyOf(place), name: code(name), gap, edits: [remove(place.path)] });
    }
    for (const command of runbook) {
      for (const { at, name, gap, edits } of gapsInCommand(command, { ...about, runbook, lines })) {
        const found = finding(about, { at, name: code(name), gap, edits });
        yield isScript && isOfRemovedXmpp(about, name) ? { ...found, ...forOlderServers(about, name) } : found;
      }
    }
  },
};

interface About {
  readonly spec: Spec;
  readonly catalog: Catalog;
  readonly server: ServerVersion;
}

/** Whether it belongs to XMPP, on a server that has lost it. */
function isOfRemovedXmpp({ catalog, server }: About, name: string): boolean {
  return catalog.products[server.product].xmpp === 'removed' && /xmpp/i.test(name);
}

/** The pages go on listing the newer servers, and a script may be there for the older ones beside them. */
function forOlderServers({ catalog, server }: About, name: string): Pick<Finding, 'severity' | 'message'> {
  const product = prose(catalog.products[server.product].name);
  return {
    severity: 'warning',
    message: say`${code(name)} is for XMPP, which ${product} no longer has. Remove it, unless it is meant for older servers.`,
  };
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
  const { known } = command;
  if (known === undefined) return;
  const line = lineOf(spec, command);
  const gap = versionGap(catalog, [known], server);
  if (gap) {
    const alone = runbook.every((other) => other === command || other.item !== command.item);
    const rest = alone ? undefined : line && withoutStatement(line.value, command.cmdlet);
    const edit = rest === undefined ? remove(['cmdlets', command.item]) : set(['cmdlets', command.item], rest);
    const edits = line === undefined ? (withoutCommand({ spec, lines }, command, { runbook }) ?? []) : [edit];
    yield { at: command.at, name: command.cmdlet, gap, edits };
    return;
  }
  for (const { name, at, valueAt, parameter } of command.parameters) {
    if (name === '' || parameter === undefined) continue;
    const lack = versionGap(catalog, [parameter], server);
    if (lack === undefined) continue;
    const written = { start: endOfWord(lines.text, at.start), end: valueAt?.end ?? at.end };
    const edit: SpecEdit =
      line === undefined || line.verbatimAt !== undefined
        ? { edit: 'text', at: written, insert: '' }
        : set(line.path, withoutParameter(line.value, name));
    yield { at, name: `-${parameter.name}`, gap: lack, edits: [edit] };
  }
}

/** A line without one of the statements that `;` separates; nothing where the command is part of a pipeline. */
function withoutStatement(line: string, cmdlet: string): string | undefined {
  const command = readCommands(line).find((one) => one.cmdlet === cmdlet);
  if (command === undefined) return undefined;
  const last = command.parameters.at(-1);
  const before = line.slice(0, command.at.start).trimEnd();
  const behind = line.slice(last?.valueAt?.end ?? last?.at.end ?? command.at.end).trimStart();
  if (/[^;]$/.test(before) || /^[^;]/.test(behind)) return undefined;
  return [before.slice(0, -1), behind.slice(1).trimStart()].filter((part) => part !== '').join('; ');
}

/** A line that is not written letter by letter, without the first parameter of this name. */
function withoutParameter(line: string, name: string): string {
  const found = readCommands(line)
    .flatMap(({ parameters }) => parameters)
    .find((one) => one.name === name);
  if (found === undefined) return line;
  return line.slice(0, found.at.start).trimEnd() + line.slice(found.valueAt?.end ?? found.at.end);
}

/** Where the text before the blanks in front of an offset ends. */
function endOfWord(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
  return end;
}

function finding({ spec, catalog, server }: About, { at, name, gap, edits }: RunbookGap): Finding {
  const stated = gap.update === undefined ? spec.server?.product : spec.server?.cumulativeUpdate;
  const fixes: Fix[] = edits.length > 0 ? [{ title: say`Remove ${name}`, safety: 'review', edits }] : [];
  return {
    at,
    message: gapMessage(catalog, name, gap, server),
    ...(gap.update === undefined ? {} : { severity: 'warning' }),
    related:
      stated && stated.at.end > stated.at.start ? [{ at: stated.at, message: say`The server is stated here.` }] : [],
    fixes,
  };
}
