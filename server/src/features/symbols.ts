import type { Analysis } from '../analyze.ts';
import type { RunbookCommand } from '../cmdlets/runbook.ts';
import type { Range } from '../text/range.ts';
import { plainLine } from '../text/visible.ts';
import { endOfLine, lastCharacter } from '../yaml/layout.ts';
import { type Entry, entryOf, type Node, toData } from '../yaml/tree.ts';
import { subjectOf } from './runbook/objects.ts';

/** A part of a document with its name. */
export interface SpecSymbol {
  readonly name: string;
  readonly detail?: string;
  readonly kind: 'section' | 'list' | 'entry' | 'value' | 'command';
  /** The whole of it. */
  readonly at: Range;
  /** Its name in the text. */
  readonly nameAt: Range;
  readonly children: readonly SpecSymbol[];
}

/** The sections of a spec and what is in them, by the names people give things; the commands of a script. */
export function symbols({ kind, root, text, runbook }: Analysis): readonly SpecSymbol[] {
  if (kind === 'script') return runbook.map(command);
  return root?.entries.map((entry) => section(entry, text)) ?? [];
}

/** A command with the object it is about. */
function command(written: RunbookCommand): SpecSymbol {
  const about = subjectOf(written);
  const { cmdlet, at, whole } = written;
  return {
    name: cmdlet,
    ...(about !== undefined && { detail: plainLine(about) }),
    kind: 'command',
    at: whole,
    nameAt: at,
    children: [],
  };
}

function section({ key, value }: Entry, text: string): SpecSymbol {
  const at = { start: key.at.start, end: endOf(value, text, key.at.end) };
  const named = { name: plainLine(key.value) || '?', at, nameAt: key.at };
  if (value.kind === 'scalar')
    return {
      ...named,
      ...(value.value !== null && { detail: plainLine(String(value.value)) }),
      kind: 'value',
      children: [],
    };
  return {
    ...named,
    kind: value.kind === 'mapping' ? 'section' : 'list',
    children: value.alias ? [] : children(value, text),
  };
}

/** Parts with names of their own; the plain values of an entry are not worth a line. */
function children(node: Node, text: string): readonly SpecSymbol[] {
  if (node.kind === 'sequence') return node.items.map((item, i) => entry(item, i, text));
  return node.kind === 'mapping'
    ? node.entries.filter(({ value }) => value.kind !== 'scalar').map((one) => section(one, text))
    : [];
}

/** The keys that name an entry of a list: the first of them that is there. */
export const NAMES = ['identity', 'domain', 'name', 'fqdn'] as const;

function entry(item: Node, index: number, text: string): SpecSymbol {
  const at = { start: item.at.start, end: endOf(item, text, item.at.start) };
  const title = NAMES.map((key) => entryOf(item, key)?.value).find(
    (node) => node?.kind === 'scalar' && node.value !== null,
  );
  const name = title ?? item;
  const shown =
    name.kind === 'scalar'
      ? (String(name.value ?? '')
          .trim()
          .split(/\r?\n/, 1)[0] ?? '')
      : summary(item);
  const isInside = !item.alias && name.at.start >= at.start && name.at.end <= at.end;
  return {
    name: plainLine(shown) || `#${index + 1}`,
    kind: 'entry',
    at,
    nameAt:
      isInside && name.kind === 'scalar'
        ? { start: name.at.start, end: Math.min(name.at.end, endOfLine(text, name.at.start)) }
        : { start: at.start, end: at.start },
    children: item.alias ? [] : children(item, text).filter(({ kind }) => kind === 'section'),
  };
}

/** An entry without a name, by its values: a firewall line reads `access-edge any tcp 5061`. */
function summary(item: Node): string {
  const values =
    item.kind === 'mapping' ? item.entries.map(({ value }) => value) : item.kind === 'sequence' ? item.items : [];
  return values
    .map(toData)
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .join(' ');
}

function endOf(node: Node, text: string, least: number): number {
  return lastCharacter(text, Math.max(node.at.end, least), least);
}
