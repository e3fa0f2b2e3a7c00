import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Document, isMap, isSeq, parseDocument } from 'yaml';
import { analyze } from '../../server/src/analyze.ts';
import { rules } from '../../server/src/rules/index.generated.ts';
import { EACH } from '../../server/src/spec/faults.ts';
import { nounSections } from '../../server/src/spec/noun-sections.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import type { Path } from '../../server/src/yaml/tree.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');

/** The specs of a rule. */
function specsOf(rule: string): readonly Document[] {
  const folder = join(FIXTURES, rule);
  const names = readdirSync(folder).filter((name) => name.endsWith('.lync.yaml') && !name.includes('.fix-'));
  const documents = names.map((name) => parseDocument(readFileSync(join(folder, name), 'utf8')));
  return documents.filter(({ errors }) => errors.length === 0);
}

/** The text without a section, or without a key of each of its entries; nothing where it has none of that. */
function without(whole: Document, path: Path): string | undefined {
  if (!whole.hasIn(path.filter((step) => step !== EACH).slice(0, 2))) return undefined;
  const document = whole.clone();
  const each = path.indexOf(EACH);
  if (each < 0) return document.hasIn(path) && document.deleteIn(path) ? String(document) : undefined;
  const list = document.getIn(path.slice(0, each));
  if (!isSeq(list)) return undefined;
  const held = list.items.map((item) => isMap(item) && item.delete(path[each + 1]));
  return held.includes(true) ? String(document) : undefined;
}

function findings(id: string, text: string, untold: readonly Path[] = []): readonly string[] {
  const only = rules.filter((rule) => rule.id === id);
  const { problems } = analyze(text, { asOf: '2014-03-01', untold, persona: 'auditor', rules: only, once: true });
  return problems.map(({ message }) => inEnglish(message));
}

const SECTIONS: readonly Path[] = [
  ...nounSections.map(({ path }) => path),
  ...['edge.pools', 'dns.srv', 'dns.hosts', 'dns.aliases', 'certificates', 'licensing'].map((path) => path.split('.')),
];

/** What they report is shown; what is not could only excuse it, or let them say it in other words. */
const EXCUSED: Readonly<Record<string, readonly string[]>> = {
  'access-edge-not-in-certificate': ['dns.srv'],
  'certificate-lacks-sip-domain': ['dns.srv', 'edge.configuration', 'tenant'],
  'default-routing-with-provider': ['providers.hosting', 'providers.public'],
  'discovery-without-hosting-provider': ['tenant'],
  'domain-name-form': ['domains.sip'],
  'federation-disabled': ['domains.allowed', 'domains.xmpp', 'providers.hosting', 'providers.public'],
  'hosted-partner-pinned': ['providers.hosting'],
  'missing-federation-srv': ['edge.configuration', 'policies.pushNotification'],
  'parameter-not-in-version': ['tenant'],
  'partner-pinned': ['domains.sip'],
  'policy-inert': ['domains.allowed'],
  'provider-name-uncertain': ['providers.public'],
  'srv-port': ['edge.pools'],
  'srv-target-not-in-certificate': ['edge.pools'],
  'srv-target-wrong-domain': ['domains.sip', 'edge.pools', 'providers.public', 'tenant'],
  'tenant-allow-list-empty': ['policies.externalAccess'],
  'tenant-block-list-ignored': ['domains.blocked'],
  'tenant-domain-not-on-servers': ['domains.allowed'],
};

it.each(rules)('$id misses nothing in what nobody was shown', ({ id, misses = [] }) => {
  const keys = misses.map((path) => path.split('.')).filter((path) => path.includes(EACH));
  const excused = new Set<string>();
  for (const spec of specsOf(id)) {
    const known = findings(id, String(spec));
    for (const path of [...SECTIONS, ...keys]) {
      const rest = without(spec, path);
      const found = rest === undefined ? [] : findings(id, rest, [path]);
      if (found.some((one) => !known.includes(one))) excused.add(path.join('.'));
    }
  }
  expect([...excused].toSorted()).toEqual(EXCUSED[id] ?? []);
});

describe('what nobody was shown', () => {
  const spec = (rest: string) => `lyncFederation: 1\nserver: { product: lync-2013 }\n${rest}`;
  const dns = spec(
    'edge:\n  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: true }\ndomains:\n  sip: [contoso.com, fabrikam.com]\n',
  );

  it('are the records of a domain, and those of others are missed', () => {
    const missed = (domain: string) =>
      `\`${domain}\` has no public record \`_sipfederationtls._tcp.${domain}\`, and partners that discover you find your Edge only by it. Publish it.`;
    const found = (...untold: Path[]) => findings('missing-federation-srv', dns, untold);
    expect(found()).toEqual([missed('contoso.com'), missed('fabrikam.com')]);
    expect(found(['dns', 'srv', 'fabrikam.com'])).toEqual([missed('contoso.com')]);
    expect(found(['dns', 'srv'])).toEqual([]);
    expect(found(['dns', 'hosts'])).toHaveLength(2);
  });

  it('is a key of each entry, required or not', () => {
    const providers = spec('providers:\n  public:\n    - { identity: Skype, enabled: true }\n');
    const key = ['providers', 'public', EACH, 'proxyFqdn'];
    expect(findings('missing-key', providers)).toHaveLength(1);
    expect(findings('missing-key', providers, [key])).toEqual([]);
    expect(findings('missing-key', providers, [['providers', 'public', EACH, 'enabled']])).toHaveLength(1);
  });

  it('is whom a policy is granted to', () => {
    const policies = spec('policies:\n  externalAccess:\n    - { identity: Sales, enableFederationAccess: true }\n');
    expect(findings('policy-not-granted', policies)).toHaveLength(1);
    expect(findings('policy-not-granted', policies, [['policies', 'externalAccess', EACH, 'grantedTo']])).toEqual([]);
  });
});
