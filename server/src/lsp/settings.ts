import type { Severities } from '../analyze.ts';
import { isDate } from '../catalog/dates.ts';
import { ruleIds } from '../rules/ids.generated.ts';
import { type Persona, personas } from '../rules/rule.ts';

/** What a user can set for a document. */
export interface Settings {
  readonly asOf?: string;
  readonly persona?: Persona;
  readonly rules: Severities;
}

/** Settings as read, and what of them could not be: in words, for the log. */
export interface ParsedSettings {
  readonly settings: Settings;
  readonly rejected: readonly string[];
}

/** The section of the editor's settings. */
export const SECTION = 'lyncFederation';

/** Reads the section `lyncFederation` of an editor's settings, whatever stands there. */
export function parseSettings(section: unknown): ParsedSettings {
  const rejected: string[] = [];
  const fields = isFields(section) ? section : {};
  const { asOf, persona, rules } = fields;
  if (!isAbsent(section) && !isFields(section)) rejected.push(`${SECTION}: ${show(section)}`);
  const date = typeof asOf === 'string' && isDate(asOf) ? asOf : undefined;
  if (date === undefined && !isAbsent(asOf)) rejected.push(`${SECTION}.asOf: ${show(asOf)}`);
  const reader = personas.find((known) => known === persona);
  if (reader === undefined && !isAbsent(persona)) rejected.push(`${SECTION}.persona: ${show(persona)}`);
  const settings = {
    ...(date !== undefined && { asOf: date }),
    ...(reader !== undefined && { persona: reader }),
    rules: parseRules(rules, rejected),
  };
  return { settings, rejected };
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

const SEVERITIES = ['off', 'info', 'warning', 'error'] as const;

function isSeverity(value: unknown): value is (typeof SEVERITIES)[number] {
  return SEVERITIES.some((known) => known === value);
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
