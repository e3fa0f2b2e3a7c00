import type { Analysis } from '../../analyze.ts';
import { catalog } from '../../catalog/catalog.generated.ts';
import type { NamedCmdlet } from '../../catalog/cmdlets.ts';
import { hostingByProxy } from '../../catalog/hosting.ts';
import { idsOf } from '../../catalog/ids.ts';
import { nouns } from '../../catalog/nouns.ts';
import { providerByIdentity, providersByProxy } from '../../catalog/providers.ts';
import { choose } from '../../catalog/value-rules.ts';
import { verbAndNoun } from '../../cmdlets/command.ts';
import { type BoundArgument, boundArguments } from '../../cmdlets/resolved.ts';
import { runsNowhere } from '../../deployment/shellless.ts';
import { nounSections } from '../../spec/noun-sections.ts';
import { schemaAt } from '../../spec/schema.ts';
import { type Range, touches } from '../../text/range.ts';
import { hostingCard, providerCard } from '../cards.ts';
import { cmdletCard, parameterCard } from '../cmdlet-cards.ts';
import type { Env } from '../env.ts';
import { valueProse } from '../key-prose.ts';
import { partnerCard } from '../partner-card.ts';
import { commandAt, nounNamedBy } from './objects.ts';

/** What is known of the text at an offset of a command: its cmdlet, a parameter, what a value names. */
export function commandHover(
  analysis: Analysis,
  offset: number,
  env: Env,
): { readonly at: Range; readonly markdown: string } | undefined {
  const command = commandAt(analysis, offset) ?? analysis.runbook.find(({ at }) => touches(at, offset));
  const known = command?.known;
  if (command === undefined || known === undefined) return undefined;
  if (touches(command.at, offset)) return { at: command.at, markdown: cmdletCard(known, env) };
  // Of a command that no server of the spec has, its card says which ones do; what goes behind it is of no use there.
  if (runsNowhere(analysis.spec, catalog, known)) return undefined;
  const given = boundArguments(command).find(
    ({ at, valueAt }) => touches(at, offset) || (valueAt !== undefined && touches(valueAt, offset)),
  );
  if (given === undefined) return undefined;
  const { at, value, valueAt, parameter } = given;
  const isOnValue = valueAt !== undefined && touches(valueAt, offset) && typeof value === 'string';
  const card = isOnValue ? valueCard({ analysis, known, given, env }, value) : undefined;
  return card === undefined || valueAt === undefined
    ? { at, markdown: parameterCard(known, parameter, env) }
    : { at: valueAt, markdown: card };
}

interface ValueScope {
  readonly analysis: Analysis;
  readonly known: NamedCmdlet;
  readonly given: BoundArgument;
  readonly env: Env;
}

/** What a value names or means, with its parameter where it is one of several. */
function valueCard(about: ValueScope, value: string): string | undefined {
  return objectCard(about, value) ?? choiceCard(about, value);
}

/** The provider, service or partner that a value names. */
function objectCard({ analysis, known, given: { parameter }, env }: ValueScope, value: string): string | undefined {
  const { asOf } = analysis;
  const noun = nounNamedBy(known, parameter.name);
  const isProxy = parameter.name === 'ProxyFqdn';
  switch (noun ?? (isProxy ? verbAndNoun(known.name).noun : undefined)) {
    case nouns.publicProvider: {
      const id = isProxy ? providersByProxy(catalog, value)[0] : providerByIdentity(catalog, value);
      return id && providerCard(id, asOf, env);
    }
    case nouns.hostingProvider: {
      const id = isProxy ? hostingByProxy(catalog, value)[0] : hostingByName(value);
      return id && hostingCard(id, env);
    }
    case nouns.allowedDomain:
    case nouns.blockedDomain:
    case nouns.xmppPartner:
      return isProxy || analysis.kind === 'script' ? undefined : partnerCard(analysis, value, env);
    default:
      return undefined;
  }
}

function hostingByName(name: string) {
  return idsOf(catalog.hosting).find((id) => catalog.hosting[id].identity.toLowerCase() === name.toLowerCase());
}

/** What one of the listed values means, as the format says of the key that stands for the parameter. */
function choiceCard({ known, given: { parameter, rule }, env }: ValueScope, value: string): string | undefined {
  const choice = choose(rule, value);
  if (choice.match !== 'exact' && choice.match !== 'prefix') return undefined;
  const schema = schemaFor(known, parameter.name);
  const meaning = schema && valueProse(schema, choice.value, env);
  return [...(meaning === undefined ? [] : [meaning]), parameterCard(known, parameter, env)].join('\n\n---\n\n');
}

function schemaFor(known: NamedCmdlet, parameter: string) {
  const section = nounSections.find(({ noun }) => noun === verbAndNoun(known.name).noun);
  const key = section && [...section.parameters].find(([, name]) => name === parameter)?.[0];
  if (section === undefined || key === undefined) return undefined;
  return schemaAt([...section.path, key]) ?? schemaAt([...section.path, 0, key]);
}
