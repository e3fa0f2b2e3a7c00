import type { Catalog } from '../../catalog/catalog.generated.ts';
import type { RunbookCommand } from '../../cmdlets/runbook.ts';
import {
  edgeServer,
  gapMessage,
  type ServerVersion,
  shellServer,
  type VersionGap,
  versionGap,
} from '../../deployment/version-gap.ts';
import { gapsInSections, type SpecOfServer } from '../../deployment/version-gaps.ts';
import { xmppGateway } from '../../deployment/xmpp-gateway.ts';
import { commandsOn, holdsOnly, LONGEST_LINE, lineOf, withoutCommand } from '../../edits/command-edits.ts';
import type { Fix, SpecEdit } from '../../edits/fix.ts';
import { lineWithoutParameter, lineWithoutStatement } from '../../edits/folded-line.ts';
import { withoutParameter } from '../../edits/parameter-edits.ts';
import { keyRange, type Leaf, type Spec } from '../../spec/model.ts';
import { schemaAt } from '../../spec/schema.ts';
import type { LineTable } from '../../text/lines.ts';
import { code, prose, say } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import { remove, set } from '../../yaml/edit.ts';
import type { Path } from '../../yaml/tree.ts';
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
    const lost = new Map<number, boolean>();
    for (const { place, gap } of gapsInSections(about)) {
      if (isOfTenant(gap, spec) || isThroughGateway(place.path, about)) continue;
      const name = String(place.path.at(-1));
      const found = finding(about, { at: keyRange(place), name, gap, edits: [remove(place.path)] });
      yield isOfRemovedXmpp(about, name) && hasXmppEdge(spec, catalog)
        ? { ...found, ...forOlderServers(about, name) }
        : found;
    }
    const edge = edgeServer(spec);
    if (edge && edge.product !== server.product) yield* ofEdge({ spec, catalog, server: edge }, server);
    for (const command of runbook) {
      for (const { at, name, gap, edits } of gapsInCommand(command, { ...about, runbook, lines, lost })) {
        const found = finding(about, { at, name, gap, edits });
        yield isScript && isOfRemovedXmpp(about, name) ? { ...found, ...forOlderServers(about, name) } : found;
      }
    }
  },
};

/** Keys that the Edge Servers have to know as well, and are too old for; the shell takes them all the same. */
function* ofEdge(about: SpecOfServer, shell: ServerVersion): Iterable<Finding> {
  const { spec, catalog, server } = about;
  const told = new Set([...gapsInSections({ ...about, server: shell })].map(({ place }) => place));
  for (const { place, gap } of gapsInSections(about)) {
    if (told.has(place) || gap.shells === undefined || schemaAt(place.path)?.['x-on-edge'] !== true) continue;
    const name = String(place.path.at(-1));
    const needed = prose(catalog.products[gap.shells.first].name);
    const own = prose(catalog.products[server.product].name);
    const stated = spec.server?.edgeProduct;
    yield {
      at: keyRange(place),
      severity: 'warning',
      message: say`${code(name)} needs ${needed} on the Edge Servers as well, and those here have ${own}, which does without it. Upgrade them, or leave it out until then.`,
      related: stated ? [{ at: stated.at, message: say`The server is stated here.` }] : [],
      fixes: [{ title: say`Remove ${code(name)}`, safety: 'review', edits: [remove(place.path)] }],
    };
  }
}

/** Whether the service alone has it, and the spec has a tenant for which it may be meant. */
function isOfTenant({ shells }: VersionGap, { tenant }: Spec): boolean {
  return shells === undefined && tenant !== undefined;
}

/** Whether XMPP partners are reached through a separate gateway, of which another rule tells. */
function isThroughGateway(path: Path, { catalog, server }: SpecOfServer): boolean {
  return path.join('.') === 'domains.xmpp' && xmppGateway(catalog, server.product) !== undefined;
}

function isOfXmpp(name: string): boolean {
  return /xmpp/i.test(name);
}

/** Whether it belongs to XMPP, on a server that has lost it. */
function isOfRemovedXmpp({ catalog, server }: SpecOfServer, name: string): boolean {
  return catalog.products[server.product].xmpp === 'removed' && isOfXmpp(name);
}

/** Whether the Edge kept its part of XMPP, as it does for users who stay on an older server until the migration is over. */
function hasXmppEdge(spec: Spec, catalog: Catalog): boolean {
  const edge = edgeServer(spec)?.product;
  return edge !== undefined && catalog.products[edge].xmpp === 'built-in';
}

/** The pages go on listing the newer servers, and a script or an Edge may be there for the older ones beside them. */
function forOlderServers({ catalog, server }: SpecOfServer, name: string): Pick<Finding, 'severity' | 'message'> {
  const product = prose(catalog.products[server.product].name);
  return {
    severity: 'warning',
    message: say`${code(name)} is for XMPP, which ${product} no longer has. Remove it, unless it is meant for older servers.`,
  };
}

interface InRunbook extends SpecOfServer {
  readonly runbook: readonly RunbookCommand[];
  readonly lines: LineTable;
  /** Whether the server lacks all that stands in a line, of the lines that were asked for it. */
  readonly lost: Map<number, boolean>;
}

interface RunbookGap {
  readonly at: Range;
  readonly name: string;
  readonly gap: VersionGap;
  readonly edits: readonly SpecEdit[];
}

function* gapsInCommand(command: RunbookCommand, about: InRunbook): Iterable<RunbookGap> {
  const { spec, catalog, server, lines } = about;
  const gap = gapOf(command, about);
  if (gap) {
    yield { at: command.at, name: command.cmdlet, gap, edits: removed(command, about) };
    return;
  }
  for (const argument of command.parameters) {
    const { name, at, parameter } = argument;
    if (name === '' || parameter === undefined) continue;
    const lack = versionGap(catalog, [parameter], server);
    if (lack === undefined || isOfTenant(lack, spec)) continue;
    const edits = withoutParameter({ spec, lines }, command, argument) ?? inFoldedLine(command, spec, name);
    yield { at, name: `-${parameter.name}`, gap: lack, edits };
  }
}

function gapOf({ known }: RunbookCommand, { catalog, server }: SpecOfServer): VersionGap | undefined {
  return known && versionGap(catalog, [known], server);
}

/** Takes a command out; its whole line only where the server lacks all that stands in it. */
function removed(command: RunbookCommand, about: InRunbook): readonly SpecEdit[] {
  const { spec, runbook, lines } = about;
  const line = lineOf(spec, command);
  if (line && isLost(line, command, about)) return [remove(line.path)];
  const edits = withoutCommand({ spec, lines }, command, { runbook });
  const isFolded = edits === undefined && line !== undefined && line.value.length <= LONGEST_LINE;
  const rest = isFolded ? lineWithoutStatement(line.value, command.cmdlet) : undefined;
  return edits ?? (line && rest !== undefined ? [set(line.path, rest)] : []);
}

function isLost(line: Leaf<string>, { item }: RunbookCommand, about: InRunbook): boolean {
  const { lost, runbook } = about;
  const known = lost.get(item);
  if (known !== undefined) return known;
  const inLine = commandsOn(item, runbook);
  const found = inLine.every((one) => gapOf(one, about) !== undefined) && holdsOnly(line, inLine);
  lost.set(item, found);
  return found;
}

function inFoldedLine(command: RunbookCommand, spec: Spec, name: string): readonly SpecEdit[] {
  const line = lineOf(spec, command);
  return line && line.value.length <= LONGEST_LINE ? [set(line.path, lineWithoutParameter(line.value, name))] : [];
}

function finding({ spec, catalog, server }: SpecOfServer, { at, name, gap, edits }: RunbookGap): Finding {
  const { product, edgeProduct, cumulativeUpdate } = spec.server ?? {};
  const stated =
    gap.update !== undefined ? cumulativeUpdate : product?.value === server.product ? product : edgeProduct;
  const fixes: Fix[] = edits.length > 0 ? [{ title: say`Remove ${code(name)}`, safety: 'review', edits }] : [];
  return {
    at,
    ...(isOfXmpp(name) && { subjects: ['xmpp'] }),
    message: gapMessage(catalog, name, gap, server),
    ...(gap.update === undefined ? {} : { severity: 'warning' }),
    related:
      stated && stated.at.end > stated.at.start ? [{ at: stated.at, message: say`The server is stated here.` }] : [],
    fixes,
  };
}
