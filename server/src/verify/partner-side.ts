import { analyze } from '../analyze.ts';
import type { Grounds } from '../deployment/grounds.ts';
import type { RuleId } from '../rules/ids.generated.ts';
import { rules } from '../rules/index.generated.ts';
import type { Severity } from '../rules/rule.ts';
import type { Message } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { FAMILIES, hostsOf, placesOf } from './needed.ts';
import type { Seen } from './seen.ts';
import { asEntry, type ShownCertificates } from './shown-certificate.ts';
import type { Subject } from './subjects.ts';

/** Something that is wrong with the side of a partner, at the place of the spec that leads there. */
export interface PartnerProblem {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: Message;
  readonly at: Range;
}

/** What a partner has published and shown is the spec of its own side, so the same rules judge it. */
export function partnerProblems(
  subject: Subject,
  seen: Seen,
  { grounds, certificates }: { readonly grounds: Grounds; readonly certificates: ShownCertificates },
): readonly PartnerProblem[] {
  if (subject.speaks?.protocol !== 'sip' || seen.found(subject.view, subject.name, 'SRV')?.outcome !== 'records')
    return [];
  const text = JSON.stringify(sideOf(subject, seen, certificates));
  const { problems } = analyze(text, { asOf: grounds.asOf, catalog: grounds.catalog, rules: ofPartners });
  return problems.map(({ rule, severity, message }) => ({ rule, severity, message, at: subject.at }));
}

/** Rules on what a partner alone can set right. What our Edge makes of its record other rules judge, in our own spec. */
const JUDGED: readonly RuleId[] = [
  'srv-target-is-alias',
  'srv-target-no-host',
  'srv-port',
  'srv-failover-by-priority',
  'private-address-in-public-zone',
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-lacks-server-usage',
  'certificate-weak-signature',
];
const ofPartners = rules.filter(({ id }) => JUDGED.includes(id));

/** The side of a partner as the format would say it. */
function sideOf(subject: Subject, seen: Seen, certificates: ShownCertificates): object {
  const { view, name, speaks } = subject;
  const services = (seen.found(view, name, 'SRV')?.services ?? []).filter(({ target }) => target !== '');
  const hosts = [...new Set(hostsOf(subject, seen).map(({ host }) => host))];
  const looked = hosts.flatMap((host) => FAMILIES.flatMap((type) => seen.found(view, host, type) ?? []));
  const addressesOf = (host: string) =>
    looked.filter((one) => one.name === host && one.aliases.length === 0).flatMap(({ addresses = [] }) => addresses);
  const aliases = new Map(
    looked.flatMap((one) => one.aliases).map(({ name: of, target }) => [of, { name: of, target }]),
  );
  const shown = placesOf(subject, seen).flatMap(({ question }) => {
    const visit = seen.visit(question);
    const certificate = visit && certificates.of(visit);
    return visit && certificate ? [{ name: question.host, ...asEntry(certificate, visit, seen.recording) }] : [];
  });
  return {
    lyncFederation: 1,
    edge: { configuration: { allowFederatedUsers: true }, pools: [{ fqdn: hosts[0] ?? name, federation: true }] },
    domains: { sip: [speaks?.domain] },
    dns: {
      srv: services.map(({ ttl: _, target, ...service }) => ({ name, target, ...service })),
      // Of a host whose addresses nobody could look up, nobody knows whether there are any.
      ...(hosts.every((host) => looked.some((one) => one.name === host)) && {
        hosts: hosts.flatMap((host) => {
          const addresses = [...new Set(addressesOf(host).map(({ address }) => address))];
          return addresses.length > 0 ? [{ name: host, addresses }] : [];
        }),
      }),
      aliases: [...aliases.values()],
    },
    certificates: [...new Map(shown.map((one) => [one.name, one])).values()],
  };
}
