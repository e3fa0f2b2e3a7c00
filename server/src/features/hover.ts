import type { Analysis } from '../analyze.ts';
import { catalog } from '../catalog/catalog.generated.ts';
import { cloudByHost, hostingByProxy } from '../catalog/hosting.ts';
import { idsOf, isIdOf } from '../catalog/ids.ts';
import { providerByIdentity, providersByProxy } from '../catalog/providers.ts';
import { typeByTerm } from '../catalog/types.ts';
import { rules } from '../rules/index.generated.ts';
import { schemaAt } from '../spec/schema.ts';
import { type Range, touches } from '../text/range.ts';
import { locate, type Spot } from '../yaml/locate.ts';
import { nodeAt } from '../yaml/node-at.ts';
import type { Path, Scalar } from '../yaml/tree.ts';
import { hostingCard, licenceCard, productCard, providerCard, typeCard } from './cards.ts';
import type { Env } from './env.ts';
import { formatOf } from './format.ts';
import { keyProse, valueProse } from './key-prose.ts';
import { partnerCard } from './partner-card.ts';
import { ruleCard } from './rule-card.ts';
import { commandHover } from './runbook/hover.ts';

/** What is to be said about the text at `at`. */
export interface Hover {
  readonly at: Range;
  readonly markdown: string;
}

/** What is known of the text at an offset: a provider, a product, a licence, a command, a key or a value. */
export function hover(analysis: Analysis, offset: number, env: Env): Hover | undefined {
  const inComment = suppressionHover(analysis, offset, env);
  if (inComment) return inComment;
  const inCommand = commandHover(analysis, offset, env);
  if (inCommand) return inCommand;
  const spot = locate(analysis.root, offset);
  if (spot === undefined || spot.path.length === 0) return undefined;
  if (spot.on === 'key') return keyHover(analysis, spot, env);
  return spot.node.kind === 'scalar' && spot.node.alias !== true
    ? valueHover(analysis, spot.path, spot.node, env)
    : undefined;
}

/** The rule that a suppression comment names. */
function suppressionHover({ suppressions }: Analysis, offset: number, env: Env): Hover | undefined {
  const named = suppressions.find(({ at }) => touches(at, offset));
  const rule = named && rules.find(({ id }) => id === named.rule);
  return rule && { at: named.at, markdown: ruleCard(rule, env) };
}

function keyHover(analysis: Analysis, { path, entry }: Spot, env: Env): Hover | undefined {
  const schema = schemaAt(path, formatOf(analysis));
  if (schema === undefined || entry === undefined) return undefined;
  const { asOf, kind } = analysis;
  const rule = kind === 'project' && path[0] === 'rules' ? rules.find(({ id }) => id === path[1]) : undefined;
  if (rule) return { at: entry.key.at, markdown: ruleCard(rule, env) };
  const licence = idsOf(catalog.licences).find((id) => path.join('.') === `licensing.${catalog.licences[id].specKey}`);
  const card = licence === undefined ? [] : [licenceCard(licence, asOf, env)];
  return { at: entry.key.at, markdown: [keyProse(path, schema, { spec: analysis.spec, env }), ...card].join('\n\n') };
}

function valueHover(analysis: Analysis, path: Path, node: Scalar, env: Env): Hover | undefined {
  const schema = schemaAt(path, formatOf(analysis));
  if (schema === undefined || node.at.start === node.at.end) return undefined;
  const card = cardFor(analysis, path, String(node.value), env);
  return {
    at: node.at,
    markdown: card ?? valueProse(schema, node.value, env) ?? keyProse(path, schema, { spec: analysis.spec, env }),
  };
}

/** The card of what a value names, where it names something of the catalog. */
function cardFor(analysis: Analysis, path: Path, value: string, env: Env): string | undefined {
  const { asOf, root } = analysis;
  switch (path.map((step) => (typeof step === 'number' ? '*' : step)).join('.')) {
    case 'product':
    case 'server.product':
    case 'server.edgeProduct':
    case 'domains.allowed.*.partner.product':
    case 'domains.discovered.*.partner.product':
      return isIdOf(catalog.products, value) ? productCard(value, asOf, env) : undefined;
    case 'providers.public.*.identity':
    case 'provisioning.providers.*': {
      const id = providerByIdentity(catalog, value);
      return id && providerCard(id, asOf, env);
    }
    case 'providers.public.*.proxyFqdn': {
      const identity = nodeAt(root, [...path.slice(0, -1), 'identity']);
      const named = identity?.kind === 'scalar' ? providerByIdentity(catalog, String(identity.value)) : undefined;
      const id = named ?? providersByProxy(catalog, value)[0];
      return id && providerCard(id, asOf, env);
    }
    case 'domains.allowed.*':
    case 'domains.allowed.*.domain':
    case 'domains.blocked.*':
    case 'domains.blocked.*.domain':
    case 'domains.discovered.*':
    case 'domains.discovered.*.domain':
    case 'domains.xmpp.*':
    case 'domains.xmpp.*.domain':
      return partnerCard(analysis, value, env);
    case 'domains.allowed.*.partner.federationType':
    case 'domains.discovered.*.partner.federationType': {
      const type = typeByTerm(catalog, value);
      return type && typeCard(type.id, env);
    }
    case 'providers.hosting.*.identity':
      return hostingCardBy(path, root, env) ?? hostingCardByName(value, env);
    case 'providers.hosting.*.proxyFqdn':
    case 'dns.srv.*.target': {
      const id = hostingByProxy(catalog, value)[0] ?? cloudByHost(catalog, value);
      return id && hostingCard(id, env);
    }
    default:
      return undefined;
  }
}

/** A hosting provider is told by its proxy; its identity is free. */
function hostingCardBy(path: Path, root: Analysis['root'], env: Env): string | undefined {
  const proxy = nodeAt(root, [...path.slice(0, -1), 'proxyFqdn']);
  const id = proxy?.kind === 'scalar' ? hostingByProxy(catalog, String(proxy.value))[0] : undefined;
  return id && hostingCard(id, env);
}

function hostingCardByName(name: string, env: Env): string | undefined {
  const id = idsOf(catalog.hosting).find((one) => catalog.hosting[one].identity.toLowerCase() === name.toLowerCase());
  return id && hostingCard(id, env);
}
