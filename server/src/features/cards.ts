import type {
  Capability,
  HostingId,
  LicenceId,
  ProductId,
  ProviderId,
  PublicProvider,
  SourceId,
  TimelineEvent,
  TypeId,
} from '../catalog/catalog.generated.ts';
import { catalog } from '../catalog/catalog.generated.ts';
import { isSold, requiredOn } from '../catalog/licences.ts';
import { lastDayOfPublicIm, supportsPublicIm } from '../catalog/products.ts';
import { serviceStatus } from '../catalog/providers.ts';
import { confirmedOn, sourcesOf } from '../catalog/sources.ts';
import { markdownOf } from '../text/markdown.ts';
import { code, codes, link, listed, type Message, prose, say, type Value } from '../text/message.ts';
import type { Env } from './env.ts';

/** All that is known of a public provider, with its life marked at the day `asOf`, as Markdown. */
export function providerCard(id: ProviderId, asOf: string, env: Env): string {
  const provider = catalog.providers[id];
  const { capabilities, identities, proxyFqdn, proxyVerified, clientCertificate } = provider;
  const { nameDecoration, cipherSuite, regions = [] } = provider;
  const licences = requiredOn(provider, asOf).map((group) => group.map((licence) => licenceOn(licence, asOf)));
  const facts: Message[] = [
    say`Users can exchange: ${listed(capabilities.map((one) => capability(one, asOf)))}`,
    ...licences.map((group) => say`Licence needed: ${group.reduce((all, one) => say`${all} or ${one}`)}`),
    say`Proxy: ${marked(say`${code(proxyFqdn)}`, proxyVerified)}`,
    say`Identity on servers: ${codes(identities)}`,
  ];
  if (clientCertificate) facts.push(say`The external Edge certificate also needs client authentication.`);
  if (cipherSuite) facts.push(say`The Edge has to offer the cipher suite ${code(cipherSuite.first)} first.`);
  for (const { name, unconfirmedLastDay } of regions) {
    facts.push(say`It went on longer in ${prose(name)}, until ${marked(prose(unconfirmedLastDay ?? ''), false)}.`);
  }
  if (nameDecoration) {
    facts.push(
      say`Accounts on other domains are addressed as ${code(`user(contoso.com)@${nameDecoration.routingDomain}`)}, except on ${codes(nameDecoration.excludedDomains)}.`,
    );
  }
  const afterwards = serviceStatus(catalog, provider, asOf) === 'ended' ? [prose(provider.afterwards)] : [];
  const sources = [
    provider.sources,
    ...capabilities.map((one) => one.sources),
    ...provider.timeline.map((event) => event.sources),
  ];
  return paragraphs(env, [
    [heading(prose(provider.name))],
    [prose(provider.summary)],
    [bold(statusOn(provider, asOf)), ...afterwards],
    facts.map(bullet),
    [say`Timeline:`],
    [...timeline(provider.timeline.map(asEvent), asOf)].map(bullet),
    [sourceLine(sources.flat())],
  ]);
}

/** Where a public provider stands on a day, in one sentence. */
export function statusOn(provider: PublicProvider, asOf: string): Message {
  switch (serviceStatus(catalog, provider, asOf)) {
    case 'not-yet':
      return say`On ${asOf}: not available before ${provider.availableFrom ?? ''}.`;
    case 'available':
      return say`On ${asOf}: available, until ${provider.lastDay}.`;
    case 'ending':
      return say`On ${asOf}: about to end; ${provider.lastDay} is the last day.`;
    case 'ended':
      return say`On ${asOf}: ended; ${provider.lastDay} was the last day.`;
  }
}

/** A cloud service behind a hosting provider, as Markdown. */
export function hostingCard(id: HostingId, env: Env): string {
  const { name, summary, identity, proxyFqdns, settings, hybridSettings, allowedDomains, sources } =
    catalog.hosting[id];
  const { clientFqdn, autodiscoverFqdn } = catalog.hosting[id];
  const facts = [
    say`Usual identity: ${code(identity)}`,
    say`Proxy: ${codes(proxyFqdns)}`,
    ...(clientFqdn ? [say`Clients sign in at: ${code(clientFqdn)}`] : []),
    ...(autodiscoverFqdn ? [say`Autodiscover: ${code(autodiscoverFqdn)}`] : []),
    say`Settings: ${settingsText(settings)}`,
    ...(hybridSettings ? [say`Settings in a hybrid deployment: ${settingsText(hybridSettings)}`] : []),
    ...(allowedDomains ? [say`Must be on the list of allowed domains: ${codes(allowedDomains)}`] : []),
  ];
  return paragraphs(env, [[heading(prose(name))], [prose(summary)], facts.map(bullet), [sourceLine(sources)]]);
}

/** A server product and its support on a day, as Markdown. */
export function productCard(id: ProductId, asOf: string, env: Env): string {
  const product = catalog.products[id];
  const { name, summary, mainstreamEnd, extendedEnd, paidUpdatesUntil, publicImUnsupportedFrom, sources } = product;
  const events = [
    ...(mainstreamEnd ? [{ date: mainstreamEnd, text: say`Mainstream support ends with this day.` }] : []),
    ...(extendedEnd ? [{ date: extendedEnd, text: say`Extended support ends with this day.` }] : []),
    ...(paidUpdatesUntil
      ? [{ date: paidUpdatesUntil, text: say`Security updates for those who pay for them end with this day.` }]
      : []),
    ...(publicImUnsupportedFrom
      ? [{ date: publicImUnsupportedFrom, text: say`Public IM connectivity is no longer supported.` }]
      : []),
  ];
  const dated = events.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return paragraphs(env, [
    [heading(prose(name))],
    [prose(summary)],
    [publicImOn(id, asOf)],
    dated.length > 0 ? [...timeline(dated, asOf)].map(bullet) : [say`Supported as long as it is kept up to date.`],
    [sourceLine(sources)],
  ]);
}

function publicImOn(id: ProductId, asOf: string): Message {
  const lastDay = lastDayOfPublicIm(catalog);
  if (!supportsPublicIm(catalog, id, asOf)) return say`Public IM connectivity: not supported on ${asOf}.`;
  if (asOf <= lastDay) return say`Public IM connectivity: supported on ${asOf}.`;
  return say`Public IM connectivity: nobody is left to connect to on ${asOf}; ${lastDay} was the last day of the last provider.`;
}

/** A federation type, with what each generation of servers called it, as Markdown. */
export function typeCard(id: TypeId, env: Env): string {
  const { name, summary, formerly, sources } = catalog.types[id];
  return paragraphs(env, [
    [heading(prose(name))],
    [prose(summary)],
    formerly.map(({ name: former, products }) =>
      bullet(say`${listed(products.map((product) => prose(catalog.products[product].shortName)))}: ${code(former)}`),
    ),
    [sourceLine(sources)],
  ]);
}

/** A licence and what it is worth on a day, as Markdown. */
export function licenceCard(id: LicenceId, asOf: string, env: Env): string {
  const { name, summary, notSoldFrom, validUntil, sources } = catalog.licences[id];
  const events = [
    ...(notSoldFrom ? [{ date: notSoldFrom, text: say`It is no longer sold.` }] : []),
    ...(validUntil ? [{ date: validUntil, text: say`It is worth nothing after this day.` }] : []),
  ];
  return paragraphs(env, [
    [heading(prose(name))],
    [prose(summary)],
    events.length > 0 ? [...timeline(events, asOf)].map(bullet) : [],
    [sourceLine(sources)],
  ]);
}

/** Blocks of lines as Markdown; empty blocks are left out. */
export function paragraphs({ bundle }: Env, blocks: readonly (readonly Message[])[]): string {
  const texts = blocks.map((lines) => lines.map((line) => markdownOf(line, bundle)).join('\n'));
  return texts.filter((text) => text !== '').join('\n\n');
}

/** A line of a list. */
export function bullet(text: Message): Message {
  return { template: '- {0}', values: [text] };
}

/** A text in bold face. */
export function bold(text: Message): Message {
  return { template: '**{0}**', values: [text] };
}

/** A heading. */
export function heading(name: Value): Message {
  return { template: '### {0}', values: [name] };
}

function capability({ id, since, sinceProduct, verified }: Capability, asOf: string): Message {
  const name = sinceProduct
    ? say`${CAPABILITIES[id]} (from ${prose(catalog.products[sinceProduct].name)} on)`
    : CAPABILITIES[id];
  return marked(since !== undefined && asOf < since ? say`${name} (from ${since})` : name, verified);
}

const CAPABILITIES: Readonly<Record<Capability['id'], Message>> = {
  im: say`instant messages`,
  presence: say`presence`,
  audio: say`audio`,
  video: say`video`,
};

function licenceOn(id: LicenceId, asOf: string): Message {
  const { name, notSoldFrom, validUntil } = catalog.licences[id];
  if (validUntil !== undefined && asOf > validUntil) return say`${prose(name)} (worth nothing since ${validUntil})`;
  return isSold(catalog, id, asOf) ? prose(name) : say`${prose(name)} (not sold since ${notSoldFrom ?? ''})`;
}

/** A dated line of a card. */
interface Event {
  readonly date: string;
  readonly text: Message;
}

function asEvent({ date, summary, verified }: TimelineEvent): Event {
  return { date, text: marked(prose(summary), verified) };
}

/** The events in order, with the day of the verdict at its place among them. */
function* timeline(events: readonly Event[], asOf: string): Iterable<Message> {
  const later = events.findIndex(({ date }) => date > asOf);
  const before = later < 0 ? events : events.slice(0, later);
  yield* before.map(eventLine);
  yield bold(say`${asOf}: judged as of this day.`);
  if (later >= 0) yield* events.slice(later).map(eventLine);
}

function eventLine({ date, text }: Event): Message {
  return { template: '{0}: {1}', values: [date, text] };
}

/** What no document was found for is shown, and says so. */
function marked(text: Message, verified: boolean | undefined): Message {
  return verified === false ? say`${text} (unverified)` : text;
}

function settingsText(settings: object): Message {
  return listed(Object.entries(settings).map(([key, value]) => code(`${key}: ${value}`)));
}

/** The documents behind a card, each once, as links. */
export function sourceLine(ids: readonly SourceId[]): Message {
  const sources = [...new Set(ids)];
  const confirmed = confirmedOn(catalog, { sources });
  const links = sourcesOf(catalog, { sources }).map(({ title, url }): Message => {
    return { template: '[{0}]({1})', values: [title, link(url)] };
  });
  return confirmed === undefined
    ? say`Sources: ${listed(links, '; ')}`
    : say`Sources, last confirmed on ${confirmed}: ${listed(links, '; ')}`;
}
