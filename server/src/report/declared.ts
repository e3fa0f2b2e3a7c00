import { NAMES } from '../features/symbols.ts';
import type { Origin } from '../plan/summary.ts';
import { schemaAt } from '../spec/schema.ts';
import { type Code, type Message, prose, say } from '../text/message.ts';
import { counted, entryOf, type Mapping, type Node, type Path } from '../yaml/tree.ts';
import { lineOf } from './findings.ts';
import { type Part, paragraph, type Row, type Section } from './report.ts';

/** What the spec says, section by section, in its own order. */
export function declaredSection(root: Mapping | undefined, origin: Origin): Section {
  const tables = root ? [...tablesOf(root, [], origin)] : [];
  return {
    id: 'declared',
    title: say`What is declared`,
    parts: tables.length > 0 ? tables : [paragraph(say`The spec declares nothing.`)],
  };
}

/** What stands in the head of the report. */
const IN_HEAD: ReadonlySet<string> = new Set(['lyncFederation', 'asOf']);

function* tablesOf(node: Node, path: Path, origin: Origin): Iterable<Part> {
  if (node.kind === 'sequence') {
    const rows = node.items.map((item, i) => itemRow(item, i, origin));
    const head = [say`line`, say`entry`, say`what it says`];
    // A list of names, or of commands, says no more.
    const used = node.items.every(({ kind }) => kind === 'scalar') ? 2 : head.length;
    const shown = rows.map(({ cells }) => ({ cells: cells.slice(0, used) }));
    if (rows.length > 0) yield table(path, head.slice(0, used), shown);
    return;
  }
  if (node.kind === 'scalar') return;
  const all = counted(node).filter(({ key }) => path.length > 0 || !IN_HEAD.has(key.value));
  const own = all.filter(({ value }) => value.kind === 'scalar');
  if (own.length > 0)
    yield table(
      path,
      [say`line`, say`setting`, say`value`],
      own.map(({ key, value }) => ({
        cells: [[lineOf(key.at, origin)], [letters(key.value)], [letters(flow(value))]],
      })),
    );
  for (const { key, value } of all) yield* tablesOf(value, [...path, key.value], origin);
}

function table(path: Path, head: readonly Message[], rows: readonly Row[]): Part {
  const { title } = schemaAt(path) ?? {};
  const name = letters(path.join('.'));
  const whole = path.length === 0 ? undefined : title === undefined ? name : say`${prose(title)} (${name})`;
  return { kind: 'table', ...(whole && { title: whole }), head, rows };
}

function itemRow(item: Node, index: number, origin: Origin): Row {
  const name = NAMES.map((key) => entryOf(item, key)).find((entry) => entry?.value.kind === 'scalar');
  const title = item.kind === 'scalar' ? flow(item) : name ? flow(name.value) : `#${index + 1}`;
  const others = item.kind === 'mapping' ? counted(item).filter((entry) => entry !== name) : [];
  const said = item.kind === 'sequence' ? [flow(item)] : others.map(({ key, value }) => `${key.value}: ${flow(value)}`);
  return { cells: [[lineOf(item.at, origin)], [letters(title)], said.map(letters)] };
}

/** A value on one line, as YAML could have it. */
function flow(node: Node): string {
  if (node.kind === 'scalar') return String(node.value ?? '');
  if (node.kind === 'sequence') return `[${node.items.map(flow).join(', ')}]`;
  return `{ ${counted(node)
    .map(({ key, value }) => `${key.value}: ${flow(value)}`)
    .join(', ')} }`;
}

/** All of it, however long it is. */
function letters(text: string): Message {
  const value: Code = { code: text };
  return { template: '{0}', values: [value] };
}
