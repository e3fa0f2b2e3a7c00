import { catalog, type ProductId } from '../catalog/catalog.generated.ts';
import { isDate } from '../catalog/dates.ts';
import { idsOf } from '../catalog/ids.ts';
import { type RuleId, ruleIds } from '../rules/ids.generated.ts';
import { type Persona, personas, type Severity } from '../rules/rule.ts';
import { nodeAt } from '../yaml/node-at.ts';
import type { Mapping, Node } from '../yaml/tree.ts';

/** What a rule can be set to. */
export const levels = ['off', 'info', 'warning', 'error'] as const satisfies readonly (Severity | 'off')[];

/** The kinds of files that a search can look for. */
export const languages = ['lync-federation', 'powershell'] as const;

export type Language = (typeof languages)[number];

/** Levels of rules. */
export type Levels = Readonly<Partial<Record<RuleId, Severity | 'off'>>>;

/** What can be said of judging, in a project file as in the settings of an editor. */
export interface Manner {
  readonly asOf?: string;
  readonly persona?: Persona;
  /** The product that scripts are for. */
  readonly product?: ProductId;
  readonly rules: Levels;
}

/** A project file as read: what is present is right. */
export interface Project extends Manner {
  /** Levels of rules in some files, a later entry before the ones above it. */
  readonly overrides: readonly Override[];
  /** Rules that no comment and no baseline suppresses. */
  readonly neverSuppress: readonly RuleId[];
  /** Patterns of what a search finds; without any, it goes by the names of specs. */
  readonly include?: readonly string[];
  readonly exclude: readonly string[];
  readonly languages: readonly Language[];
}

/** Levels of rules in the files of some patterns. */
export interface Override {
  readonly files: readonly string[];
  readonly rules: Levels;
}

/** What counts where there is no project file. */
export const NO_PROJECT: Project = {
  rules: {},
  overrides: [],
  neverSuppress: [],
  exclude: [],
  languages: ['lync-federation'],
};

/** What a project file says, as far as it can be read. */
export function projectOf(root: Mapping | undefined): Project {
  const [asOf, persona, product] = ['asOf', 'persona', 'product'].map((key) => textOf(nodeAt(root, [key])));
  const reader = personas.find((known) => known === persona);
  const server = idsOf(catalog.products).find((known) => known === product);
  const include = nodeAt(root, ['include']);
  const wanted = listOf(nodeAt(root, ['languages']));
  const never = listOf(nodeAt(root, ['neverSuppress']));
  const kinds = languages.filter((known) => wanted.includes(known));
  return {
    ...(asOf !== undefined && isDate(asOf) && { asOf }),
    ...(reader !== undefined && { persona: reader }),
    ...(server !== undefined && { product: server }),
    ...(include?.kind === 'sequence' && { include: listOf(include) }),
    exclude: listOf(nodeAt(root, ['exclude'])),
    languages: kinds.length > 0 ? kinds : NO_PROJECT.languages,
    rules: rulesOf(nodeAt(root, ['rules'])),
    overrides: itemsOf(nodeAt(root, ['overrides'])).map((entry) => ({
      files: listOf(nodeAt(entry, ['files'])),
      rules: rulesOf(nodeAt(entry, ['rules'])),
    })),
    neverSuppress: ruleIds.filter((id) => never.includes(id)),
  };
}

/** What counts in a project: what its file says comes before the settings, rule by rule. */
export function settled<Settings extends Manner>(settings: Settings, project: Project): Settings {
  const { asOf, persona, product, rules } = project;
  return {
    ...settings,
    ...(asOf !== undefined && { asOf }),
    ...(persona !== undefined && { persona }),
    ...(product !== undefined && { product }),
    rules: { ...settings.rules, ...rules },
  };
}

function rulesOf(node: Node | undefined): Levels {
  return Object.fromEntries(
    ruleIds.flatMap((id) => {
      const text = textOf(nodeAt(node, [id]));
      const level = levels.find((known) => known === text);
      return level === undefined ? [] : [[id, level]];
    }),
  );
}

function listOf(node: Node | undefined): readonly string[] {
  return itemsOf(node).flatMap((item) => textOf(item) ?? []);
}

function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === 'sequence' ? node.items : [];
}

function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}
