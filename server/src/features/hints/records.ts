import type { Language } from '../../../../protocol/locale.ts';
import { catalog } from '../../catalog/catalog.generated.ts';
import { type MissingRecord, missingFederationSrvs, missingXmppSrvs } from '../../deployment/missing-records.ts';
import type { RuleId } from '../../rules/ids.generated.ts';
import { hostKey } from '../../text/host.ts';
import { code, link, type Message, say } from '../../text/message.ts';
import { docsUrl, factUrl } from '../docs-url.ts';
import { toldBy } from '../told.ts';
import { type FindHints, type Hint, reaches } from './hint.ts';

/** Behind SIP domains, and the setting that asks for them, the SRV records that have to exist and do not stand in `dns.srv`. */
export const recordHints: FindHints = function* (analysis, within, language) {
  const { spec, asOf } = analysis;
  const { sip } = spec.domains ?? {};
  const discovery = spec.edge?.configuration?.enablePartnerDiscovery;
  const isDiscoveryIn = discovery !== undefined && reaches(discovery.at, within);
  if (sip === undefined || !(isDiscoveryIn || reaches(sip.at, within))) return;
  const untold = <T extends MissingRecord>(records: readonly T[], { rule }: Kind): readonly T[] => {
    const told = toldBy(analysis, rule);
    return records.filter(({ identity }) => !told.has(identity.at.start));
  };
  const federation = untold(missingFederationSrvs(spec, { catalog, asOf }), FEDERATION);
  for (const record of federation) if (reaches(record.identity.at, within)) yield hint(record, FEDERATION, language);
  for (const record of untold(missingXmppSrvs(spec, catalog), XMPP))
    if (reaches(record.identity.at, within)) yield hint(record, XMPP, language);
  if (!isDiscoveryIn) return;
  const found = federation.filter(({ need }) => need.at.start === discovery.at.start);
  const [first] = found;
  if (first === undefined) return;
  const { tooltip } = hint(first, FEDERATION, language);
  const label = record(hostKey(first.identity.value), first.port);
  const others = found.length > 1 ? { template: '{0} (+{1})', values: [label, String(found.length - 1)] } : label;
  yield { offset: discovery.at.end, label: others, tooltip };
};

/** The rule about a kind of records, and the fact behind it. */
interface Kind {
  readonly rule: RuleId;
  readonly fact: keyof typeof catalog.records;
}

const FEDERATION: Kind = { rule: 'missing-federation-srv', fact: 'federation-srv' };
const XMPP: Kind = { rule: 'missing-xmpp-srv', fact: 'xmpp-srv' };

function hint({ identity, name, port }: MissingRecord, { rule, fact }: Kind, language?: Language): Hint {
  return {
    offset: identity.at.end,
    label: record(serviceOf(name), port),
    tooltip: say`${code(identity.value)} needs the record ${code(name)}, which does not stand in ${code('dns.srv')}. Rule [${rule}](${link(docsUrl(rule, language))}), [sources](${link(factUrl('records', fact, language))})`,
  };
}

/** The service, or the domain, whichever the line does not say itself: editors cut off what is longer than some forty characters. */
function record(name: string, port: number): Message {
  return { template: 'needs SRV {0}, port {1}', values: [name, String(port)] };
}

/** The labels of an SRV record before the domain. */
function serviceOf(name: string): string {
  return /^_[^.]+\._[^.]+/.exec(name)?.[0] ?? name;
}
