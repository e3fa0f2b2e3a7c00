import { SECTION } from '../../../protocol/settings.ts';
import { catalog } from '../catalog/catalog.generated.ts';
import { isDate } from '../catalog/dates.ts';
import { idsOf } from '../catalog/ids.ts';
import { type HintKind, hintKinds } from '../features/hints/hint.ts';
import { type LensKind, lensKinds, usualLenses } from '../features/lenses.ts';
import type { Severities } from '../problem.ts';
import { levels, type Manner } from '../project/project.ts';
import { ruleIds } from '../rules/ids.generated.ts';
import { personas } from '../rules/rule.ts';

/** What a user can set for a document. */
export interface Settings extends Manner {
  /** Whether scripts are looked at; they are, where nothing is said. */
  readonly scripts?: boolean;
  /** A capture of what the servers hold, beside the spec: what differs from it is a finding. */
  readonly capture?: string;
  /** Whether the person trusts the workspace; who says nothing does. */
  readonly trusted?: false;
  /** The kinds of inlay hints that are shown; all, where nothing is said. */
  readonly hints?: readonly HintKind[];
  /** The kinds of lenses that are shown; the usual ones, where nothing is said. */
  readonly lenses?: readonly LensKind[];
}

/** Settings as read, and what of them could not be: in words, for the log. */
export interface ParsedSettings {
  readonly settings: Settings;
  readonly rejected: readonly string[];
}

/** Reads the section `lyncFederation` of an editor's settings, whatever stands there. */
export function parseSettings(section: unknown): ParsedSettings {
  const rejected: string[] = [];
  const fields = isFields(section) ? section : {};
  const { asOf, persona, product, powershell, capture, inlayHints, codeLens, rules } = fields;
  if (!isAbsent(section) && !isFields(section)) rejected.push(`${SECTION}: ${show(section)}`);
  const date = typeof asOf === 'string' && isDate(asOf) ? asOf : undefined;
  if (date === undefined && !isAbsent(asOf)) rejected.push(`${SECTION}.asOf: ${show(asOf)}`);
  const reader = personas.find((known) => known === persona);
  if (reader === undefined && !isAbsent(persona)) rejected.push(`${SECTION}.persona: ${show(persona)}`);
  const server = productIds.find((known) => known === product);
  if (server === undefined && !isAbsent(product)) rejected.push(`${SECTION}.product: ${show(product)}`);
  const enable = isFields(powershell) ? powershell.enable : undefined;
  if (!isFields(powershell) && !isAbsent(powershell)) rejected.push(`${SECTION}.powershell: ${show(powershell)}`);
  if (typeof enable !== 'boolean' && !isAbsent(enable)) rejected.push(`${SECTION}.powershell.enable: ${show(enable)}`);
  const file = typeof capture === 'string' && capture !== '' ? capture : undefined;
  if (file === undefined && !isAbsent(capture)) rejected.push(`${SECTION}.capture: ${show(capture)}`);
  const wanted: readonly unknown[] | undefined = Array.isArray(inlayHints) ? inlayHints : undefined;
  const hints = wanted && hintKinds.filter((kind) => wanted.includes(kind));
  if (wanted === undefined ? !isAbsent(inlayHints) : hints?.length !== wanted.length)
    rejected.push(`${SECTION}.inlayHints: ${show(inlayHints)}`);
  const lenses = parseLenses(codeLens, rejected);
  const settings = {
    ...(date !== undefined && { asOf: date }),
    ...(reader !== undefined && { persona: reader }),
    ...(server !== undefined && { product: server }),
    ...(enable === false && { scripts: enable }),
    ...(file !== undefined && { capture: file }),
    ...(fields.trusted === false && { trusted: false as const }),
    ...(hints !== undefined && { hints }),
    ...(lenses !== undefined && { lenses }),
    rules: parseRules(rules, rejected),
  };
  return { settings, rejected };
}

function parseLenses(codeLens: unknown, rejected: string[]): readonly LensKind[] | undefined {
  if (isAbsent(codeLens)) return undefined;
  if (!isFields(codeLens)) {
    rejected.push(`${SECTION}.codeLens: ${show(codeLens)}`);
    return undefined;
  }
  for (const [kind, isShown] of Object.entries(codeLens))
    if (!lensKinds.some((known) => known === kind) || typeof isShown !== 'boolean')
      rejected.push(`${SECTION}.codeLens.${kind}: ${show(isShown)}`);
  const isWanted = (kind: LensKind) =>
    typeof codeLens[kind] === 'boolean' ? codeLens[kind] : usualLenses.includes(kind);
  return lensKinds.filter(isWanted);
}

function parseRules(rules: unknown, rejected: string[]): Severities {
  if (isAbsent(rules)) return {};
  if (!isFields(rules)) {
    rejected.push(`${SECTION}.rules: ${show(rules)}`);
    return {};
  }
  for (const [id, severity] of Object.entries(rules)) {
    if (!ruleIds.some((known) => known === id) || !isSeverity(severity))
      rejected.push(`${SECTION}.rules.${id}: ${show(severity)}`);
  }
  return Object.fromEntries(
    ruleIds.flatMap((id) => {
      const severity = Object.hasOwn(rules, id) ? rules[id] : undefined;
      return isSeverity(severity) ? [[id, severity]] : [];
    }),
  );
}

const productIds = idsOf(catalog.products);

function isSeverity(value: unknown): value is (typeof levels)[number] {
  return levels.some((known) => known === value);
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? typeof value;
}
