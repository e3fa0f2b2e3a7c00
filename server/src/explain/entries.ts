import { catalog } from '../catalog/catalog.generated.ts';
import { hostsOf } from '../catalog/hosting.ts';
import { idsOf } from '../catalog/ids.ts';
import { hostingCard, licenceCard, productCard, providerCard, typeCard } from '../features/cards.ts';
import type { Env } from '../features/env.ts';
import { ruleCard } from '../features/rule-card.ts';
import type { RuleId } from '../rules/ids.generated.ts';
import { rules } from '../rules/index.generated.ts';
import { diagnosticCard } from './diagnostic-card.ts';
import { diagnostics } from './diagnostics.generated.ts';

/** Something that can be explained. */
export interface Explained {
  /** What people may call it; case does not count. */
  readonly names: readonly string[];
  /** The explanation on a day, as Markdown. */
  card(asOf: string, env: Env): string;
  /** The rule that it is. */
  readonly rule?: RuleId;
}

/** All that can be explained. Where two share a name, the first is meant. */
export const entries: readonly Explained[] = [
  ...rules.map((rule): Explained => ({ names: [rule.id], card: (_, env) => ruleCard(rule, env), rule: rule.id })),
  ...idsOf(catalog.providers).map((id): Explained => {
    const { name, identities } = catalog.providers[id];
    return { names: [id, name, ...identities], card: (asOf, env) => providerCard(id, asOf, env) };
  }),
  ...idsOf(catalog.products).map((id): Explained => {
    const { name, shortName } = catalog.products[id];
    return { names: [id, name, shortName], card: (asOf, env) => productCard(id, asOf, env) };
  }),
  ...idsOf(catalog.licences).map((id): Explained => {
    const { name, specKey } = catalog.licences[id];
    return { names: [id, name, specKey], card: (asOf, env) => licenceCard(id, asOf, env) };
  }),
  ...idsOf(catalog.hosting).map((id): Explained => {
    const { name, identity } = catalog.hosting[id];
    return { names: [id, name, identity, ...hostsOf(catalog.hosting[id])], card: (_, env) => hostingCard(id, env) };
  }),
  ...idsOf(catalog.types).map((id): Explained => {
    const { name, formerly } = catalog.types[id];
    return {
      names: [id, name, ...formerly.flatMap((one) => [one.term, one.name])],
      card: (_, env) => typeCard(id, env),
    };
  }),
  ...Object.entries(diagnostics).map(([name, diagnostic]): Explained => {
    const { insights } = diagnostic;
    return { names: [name, ...insights], card: (_, env) => diagnosticCard(name, diagnostic, env) };
  }),
];
