import { analyze } from '../analyze.ts';
import type { Grounds } from '../deployment/grounds.ts';
import type { RuleId } from '../rules/ids.generated.ts';
import { rules } from '../rules/index.generated.ts';
import type { Severity } from '../rules/rule.ts';
import type { Message } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import type { Value } from '../yaml/edit.ts';
import { flowText } from '../yaml/write.ts';
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

/**
 * What partners have published and shown is the spec of their side, so the same rules judge it. One spec holds all of them, an entry a
 * line: the rules look at each record and certificate by itself, and a line tells whose it is.
 */
export function partnerProblems(
  subjects: readonly Subject[],
  seen: Seen,
  { grounds, certificates }: { readonly grounds: Grounds; readonly certificates: ShownCertificates },
): readonly PartnerProblem[] {
  const lines = new Lines();
  const published = subjects.filter(
    ({ speaks, view, name }) => speaks?.protocol === 'sip' && seen.found(view, name, 'SRV')?.outcome === 'records',
  );
  const sides = published.map((subject) => ({ at: subject.at, ...sideOf(subject, seen, certificates) }));
  const list = (key: string, of: (side: (typeof sides)[number]) => readonly Value[]) => {
    const entries = sides.flatMap((side) => of(side).map((value) => ({ value, at: side.at })));
    lines.add(entries.length === 0 ? `${key} []` : key);
    for (const { value, at } of entries) lines.add(`  - ${flowText(value)}`, at);
  };
  lines.add('lyncFederation: 1');
  lines.add('domains:');
  list(' sip:', ({ domain }) => [domain]);
  lines.add('dns:');
  list(' srv:', ({ srv }) => srv);
  list(' hosts:', ({ hosts }) => hosts);
  list(' aliases:', ({ aliases }) => aliases);
  lines.add('edge:');
  list(' pools:', ({ shown }) => shown.map(({ name }) => ({ fqdn: name, federation: true, certificate: name })));
  list('certificates:', ({ shown }) => shown);
  const { asOf, catalog } = grounds;
  const { problems, lines: table } = analyze(lines.text, { asOf, catalog, rules: ofPartners });
  return problems.flatMap(({ rule, severity, message, at }) => {
    const owner = lines.owner(table.lineAt(at.start));
    return owner ? [{ rule, severity, message, at: owner }] : [];
  });
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

/** A text line by line, each with the place that it is about; a line that was added is not added again. */
class Lines {
  readonly #owners: (Range | undefined)[] = [];
  readonly #lines = new Set<string>();

  add(line: string, owner?: Range): void {
    if (this.#lines.has(line)) return;
    this.#lines.add(line);
    this.#owners.push(owner);
  }

  owner(line: number): Range | undefined {
    return this.#owners[line];
  }

  get text(): string {
    return `${[...this.#lines].join('\n')}\n`;
  }
}

/** What a partner has published and shown, in the words of the format. */
function sideOf(about: Subject, seen: Seen, certificates: ShownCertificates) {
  const { view, name, speaks } = about;
  const services = (seen.found(view, name, 'SRV')?.services ?? []).filter(({ target }) => target !== '');
  const hosts = [...new Set(hostsOf(about, seen).map(({ host }) => host))];
  const looked = hosts.flatMap((host) => FAMILIES.flatMap((type) => seen.found(view, host, type) ?? []));
  const addressesOf = (host: string) => [
    ...new Set(
      looked
        .filter((one) => one.name === host && one.aliases.length === 0)
        .flatMap(({ addresses = [] }) => addresses.map(({ address }) => address)),
    ),
  ];
  const isKnown = (host: string) => looked.some((one) => one.name === host);
  const aliases = new Map(
    looked.flatMap((one) => one.aliases).map(({ name: of, target }) => [of, { name: of, target }]),
  );
  const shown = placesOf(about, seen).flatMap(({ question }) => {
    const visit = seen.visit(question);
    const certificate = visit && certificates.of(visit);
    return visit && certificate ? [{ name: question.host, ...asEntry(certificate, visit, seen.recording) }] : [];
  });
  return {
    domain: speaks?.domain ?? name,
    // Of a host whose addresses nobody could look up, nobody knows whether there are any.
    srv: services
      .filter(({ target }) => isKnown(target))
      .map(({ ttl: _, target, ...service }) => ({ name, target, ...service })),
    hosts: hosts.flatMap((host) => {
      const addresses = addressesOf(host);
      return addresses.length > 0 ? [{ name: host, addresses }] : [];
    }),
    aliases: [...aliases.values()],
    shown: [...new Map(shown.map((one) => [one.name, one])).values()],
  };
}
