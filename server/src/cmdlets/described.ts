import type { Spec } from '../spec/model.ts';
import { type NounSection, nounSections } from '../spec/noun-sections.ts';
import { type Source, specIn } from '../spec/read.ts';
import { schemaAt } from '../spec/schema.ts';
import type { LineTable } from '../text/lines.ts';
import type { Range } from '../text/range.ts';
import { nodeAt } from '../yaml/node-at.ts';
import type { Entry, Mapping, Node, Path, Scalar } from '../yaml/tree.ts';
import { type Effect, effectsOf, type Setting } from './effect.ts';
import { judgedValues, placed } from './judged-values.ts';
import { nameWithoutDash } from './mistyped-names.ts';
import { outcomesOf } from './outcome.ts';
import { isKnown, isSplatted } from './resolved.ts';
import type { RunbookCommand } from './runbook.ts';

/** What commands set, read as a spec of its own: its places are those of the commands. */
export interface Described extends Pick<Source, 'spec' | 'faults'> {
  readonly root: Mapping;
  /** Whether what is wrong with a value is told by what the reference says: it is none of its parameter, or the name of one. */
  isTold(at: Range): boolean;
  /** The command that says what stands at a path. */
  commandAt(path: Path): RunbookCommand | undefined;
}

/** A document with commands: the spec around them, and its text. */
interface Around {
  readonly spec: Spec;
  readonly lines: LineTable;
}

/**
 * The specs that commands describe: one of all that surely runs, in which the last value of each counts, and one of the rest, of
 * which one may run instead of another. What is known only while the commands run is left out.
 */
export function describedBy(runbook: readonly RunbookCommand[], around: Around): readonly Described[] {
  const effects = effectsOf(runbook);
  const outcomes = outcomesOf(effects.filter(({ key }) => key !== undefined));
  const surely = [...outcomes.values()].flatMap(({ objects }) =>
    [...objects.values()].flatMap(({ by, last, settings }): readonly Told[] =>
      last.action === 'remove' ? [] : [{ by: by ?? last, settings: [...settings.values()] }],
    ),
  );
  const perhaps = effects.flatMap((effect): readonly Told[] =>
    effect.key !== undefined || effect.action === 'remove'
      ? []
      : namedAs(effect).map((by) => ({ by, settings: effect.settings })),
  );
  return [surely, perhaps].flatMap((objects) => specOf(objects, around) ?? []);
}

/** What a command does to each of the objects that the text says its variable names. */
function namedAs(effect: Effect): readonly Effect[] {
  const { naming } = effect;
  if (naming?.said === undefined) return [effect];
  return naming.said.map(({ text, at }) => ({ ...effect, naming: { ...naming, value: text }, name: text, nameAt: at }));
}

/** An object: the command that makes it, else the last to change it, and what is set of it. */
interface Told {
  readonly by: Effect;
  readonly settings: readonly (Setting & { readonly effect?: Effect })[];
}

function specOf(objects: readonly Told[], { spec, lines }: Around): Described | undefined {
  const commands = new Map<Node, RunbookCommand>();
  const sections = nounSections.flatMap((section): readonly (readonly [Path, Node])[] => {
    const found = objects
      .filter(({ by }) => by.noun === section.noun)
      .map((one) => object(one, section, { commands, lines }));
    const [first] = found;
    if (first === undefined) return [];
    const isListed = schemaAt(section.path)?.items !== undefined;
    return [[section.path, isListed ? { kind: 'sequence', items: found, flow: false, at: first.at } : first]];
  });
  if (sections.length === 0) return undefined;
  const root = tree(sections);
  const read = specIn(root);
  const judged = () => new Set([...new Set(commands.values())].flatMap((one) => toldOf(one, lines)));
  let told: ReadonlySet<number> | undefined;
  return {
    root,
    isTold({ start }) {
      told ??= judged();
      return told.has(start);
    },
    spec: { ...read.spec, ...(spec.server && { server: spec.server }) },
    faults: read.faults.filter(({ kind }) => kind === 'unknown-value'),
    commandAt: (path) =>
      path.reduceRight<RunbookCommand | undefined>(
        (found, _, i) => found ?? commands.get(nodeAt(root, path.slice(0, i + 1)) ?? root),
        undefined,
      ),
  };
}

/** Where values begin of which another rule tells more. */
function toldOf(command: RunbookCommand, lines: LineTable): readonly number[] {
  const isFull = command.parameters.some(({ role }) => role === 'surplus');
  const undashed = isFull && isKnown(command) ? nameWithoutDash(command) : undefined;
  return [...(undashed ? [undashed] : []), ...judgedValues(command, lines)].map(({ at }) => at.start);
}

interface Telling {
  /** By what they say. */
  readonly commands: Map<Node, RunbookCommand>;
  readonly lines: LineTable;
}

function object({ by, settings }: Told, section: NounSection, { commands, lines }: Telling): Mapping {
  const keys = new Map([...section.parameters].map(([key, parameter]) => [parameter, key]));
  const naming = NAMING.find((key) => section.parameters.has(key));
  const entries: Entry[] = [];
  const say = (key: string, at: Range, value: Node, { command }: Effect) => {
    entries.push({ key: { ...scalar(key, at), value: key }, value });
    commands.set(value, command);
  };
  if (naming !== undefined && typeof by.naming?.value === 'string')
    say(naming, by.naming.at, scalar(by.naming.value, by.nameAt), by);
  for (const setting of settings) {
    const key = keys.get(setting.name);
    const value = nodeOf(setting, lines);
    if (key !== undefined && key !== naming && value !== undefined)
      say(key, setting.written?.at ?? setting.at, value, setting.effect ?? by);
  }
  const isWhole =
    by.action === 'create' && !isSplatted(by.command) && settings.every(({ value }) => value !== undefined);
  const made: Mapping = { ...mapping(entries, by.command.at), ...(isWhole ? {} : { isPart: true }) };
  commands.set(made, by.command);
  return made;
}

/** Keys that name an object of the format. */
const NAMING = ['identity', 'domain'] as const;

function nodeOf({ value, at, written }: Setting, lines: LineTable): Node | undefined {
  const changes = written?.changes;
  const [said, ...others] = written?.said ?? [];
  if (value === undefined && said && others.length === 0) return scalar(said.text, said.at);
  const items = Array.isArray(value) ? value : [...(changes?.add ?? []), ...(changes?.replace ?? [])];
  if (items.length > 0) {
    const each = placed(
      items.map((text) => ({ text, quoted: true })),
      at,
      lines,
    );
    return { kind: 'sequence', items: each.map((item) => scalar(item.text, item.at)), flow: false, at };
  }
  return value === undefined || value === null || typeof value === 'object' ? undefined : scalar(value, at);
}

function scalar(value: Scalar['value'], at: Range): Scalar {
  return { kind: 'scalar', value, style: 'plain', at };
}

function mapping(entries: readonly Entry[], at: Range): Mapping {
  return { kind: 'mapping', entries, flow: false, at };
}

/** The mapping in which each node stands at its path. */
function tree(nodes: readonly (readonly [Path, Node])[]): Mapping {
  const keys = new Set(nodes.map(([[key]]) => String(key)));
  const at = nodes[0]?.[1].at ?? { start: 0, end: 0 };
  const entries = [...keys].map((key): Entry => {
    const below = nodes.flatMap(([[first, ...rest], node]) => (first === key ? [[rest, node] as const] : []));
    const [own] = below.flatMap(([rest, node]) => (rest.length === 0 ? [node] : []));
    return { key: { ...scalar(key, at), value: key }, value: own ?? tree(below) };
  });
  return mapping(entries, at);
}
