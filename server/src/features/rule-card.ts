import { type Catalog, catalog, type SourceId } from '../catalog/catalog.generated.ts';
import { isDate } from '../catalog/dates.ts';
import { isIdOf } from '../catalog/ids.ts';
import type { Fact, Rule, Severity } from '../rules/rule.ts';
import { link, type Message, prose, say } from '../text/message.ts';
import { bold, bullet, heading, paragraphs, sourceLine } from './cards.ts';
import { docsUrl } from './docs-url.ts';
import type { Env } from './env.ts';

/** A rule and the facts it rests on, with their dates and sources, as Markdown. */
export function ruleCard({ id, severity, summary, facts }: Rule, env: Env): string {
  const known = facts.flatMap(factsOf);
  const named = sourcesBehind(facts);
  return paragraphs(env, [
    [heading(id)],
    [summary],
    [say`Severity: ${SEVERITIES[severity]}`],
    known.length > 0 ? [bold(say`The facts behind it`), ...known.map((one) => bullet(factLine(one)))] : [],
    named.length > 0 ? [sourceLine(named)] : [],
    [say`Docs: ${link(docsUrl(id, env.language))}`],
  ]);
}

/** The documents behind facts. */
export function sourcesBehind(facts: readonly Fact[]): readonly SourceId[] {
  const known = facts.flatMap(factsOf).flatMap(({ fact }) => fact.sources ?? []);
  return [...new Set([...known, ...facts.flatMap(sourceNamed)])];
}

/** What levels are called. */
export const SEVERITIES: Readonly<Record<Severity, Message>> = {
  error: say`error`,
  warning: say`warning`,
  info: say`info`,
};

/** What all entries of the catalog have in common. */
interface AnyFact {
  readonly name?: string;
  readonly summary?: string;
  readonly value?: string | number;
  readonly unit?: string;
  readonly sources?: readonly SourceId[];
}

interface NamedFact {
  readonly id: string;
  readonly fact: AnyFact;
}

/** The document that a fact is, where it is no more than that. */
function sourceNamed(fact: Fact): readonly SourceId[] {
  const [section, id = ''] = fact.split('.');
  return section === 'sources' && isIdOf(catalog.sources, id) ? [id] : [];
}

/** The entries that `section` or `section.id` stands for. */
function factsOf(fact: Fact): readonly NamedFact[] {
  const [section = '', id] = fact.split('.');
  if (section === 'sources' || !isIdOf<keyof Catalog>(catalog, section)) return [];
  const entries: readonly [string, AnyFact][] = Object.entries(catalog[section]);
  return entries.filter(([key]) => id === undefined || key === id).map(([key, entry]) => ({ id: key, fact: entry }));
}

function factLine({ id, fact }: NamedFact): Message {
  const dates = Object.entries(fact).flatMap(([key, value]) => {
    const label = Object.hasOwn(DATES, key) ? DATES[key] : undefined;
    return label !== undefined && typeof value === 'string' && isDate(value) ? [say`${label} ${value}`] : [];
  });
  const { value: number, unit } = fact;
  const value = number !== undefined && unit !== undefined ? [say`${number} ${prose(unit)}`] : [];
  const remarks = [...value, ...dates].reduce<Message | undefined>(joined, undefined);
  const text = prose(fact.summary ?? fact.name ?? '');
  return remarks ? say`${id}: ${text} (${remarks})` : say`${id}: ${text}`;
}

function joined(before: Message | undefined, part: Message): Message {
  return before ? { template: '{0}, {1}', values: [before, part] } : part;
}

const DATES: Readonly<Record<string, Message>> = {
  date: say`from`,
  availableFrom: say`available from`,
  closedToNewDomains: say`closed to new domains from`,
  lastDay: say`last day`,
  publicImUnsupportedFrom: say`without public IM from`,
  notSoldFrom: say`not sold from`,
  validUntil: say`worth nothing after`,
  mainstreamEnd: say`mainstream support until`,
  extendedEnd: say`extended support until`,
  paidUpdatesUntil: say`paid updates until`,
};
