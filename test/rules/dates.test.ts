import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { coverage } from '../../scripts/generate/coverage.ts';
import { boundariesByFact } from '../../server/src/catalog/boundaries.ts';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { rules } from '../../server/src/rules/index.generated.ts';
import { type Turns, turnsOf } from './dates.ts';

const HEAD = `# When the verdict of a rule turns, and how: for each of its fixtures, the day on which the text is judged otherwise than on the
# day before. Under \`asOf\` the day of the verdict moves, under another key the date that stands there, with \`asOf\` as it is.
# Computed by dates.test.ts; after \`npx vitest run test/rules/dates.test.ts -u\`, read what has changed against the sources.
`;

/** Rules whose facts have dates that do not enter their verdict, and why. */
const UNDATED: Readonly<Record<string, string>> = {
  'as-of-missing': 'says which day was taken, whatever is true on it',
  'change-without-cmdlet': 'asks only which providers a server ships',
  'cmdlet-without-shell': 'goes by what a product came with, not by its support',
  'creation-before-removal': 'the proxy that a server ships a provider with stays',
  'federation-pool-missing': 'asks only whether a provider is enabled; whether it still answers has a rule of its own',
  'hybrid-record-in-cloud': 'a record of a hybrid leads to the servers, whatever the cloud asks for',
  'hybrid-record-internal-missing': 'an Edge asks its own name server for the record, whatever the cloud asks for',
  'hybrid-sharing-one-sided': 'asks only whether a product knows hosting providers',
  'parameter-not-in-version': 'goes by the generation of the product, not by its support',
  'partner-pinned': 'a pin passes over the record whatever it is needed for',
  'partner-without-dns-failover': 'goes by what a product can do, not by its support',
  'partner-without-srv': 'a partner is found by its record at any time',
  'pinned-proxy-differs': 'compares two names',
  'provider-name-uncertain': 'the names under which servers ship a provider stay',
  'sip-domain-not-public': 'a name outside public DNS was never found there',
  'srv-failover-by-priority': 'servers have never failed over by priority',
  'srv-name-form': 'the form of a name',
  'srv-port': 'the port never changed',
  'cloud-host-misprinted': 'compares names of hosts',
  'srv-target-is-alias': 'an SRV record leads to a host at any time, never to another name of one',
  'srv-target-no-host': 'a target needs an address at any time',
  'srv-target-not-in-certificate': 'TLS compared the names before the check of the record became strict, too',
  'xmpp-partner-untested': 'the one service that was tested stays the one that was',
  'xmpp-unencrypted': 'asks only whether a partner is a service that knows no encryption',
};

/** What is known to depend on the day, by its row in docs/coverage, with the days on which the verdict has to turn. */
const DATED: Readonly<Record<string, readonly string[]>> = {
  'product-end-of-support': [...['2015-04-15', '2018-01-10', '2021-04-14', '2023-04-12', '2025-10-15']],
  'sfb-online-retired': ['2021-08-01'],
  'pic-product-unsupported': ['2013-05-23'],
  'pic-ocs-r2-dropped': ['2019-08-15'],
  'skype-consumer-retired': ['2025-02-03', '2025-05-05'],
  'messenger-retired': ['2013-01-30', '2013-05-01'],
  'aol-service-ended': ['2014-04-01', '2014-07-01'],
  'yahoo-service-ended': ['2014-04-01', '2014-07-01'],
  'aol-direct-not-public': ['2014-07-01'],
  'aol-new-domain-not-provisionable': ['2013-10-07'],
  'pic-usl-purchase-too-late': ['2012-09-01'],
  'pic-usl-expired': ['2014-07-01'],
  'pic-usl-credit': ['2014-07-01'],
  'public-cloud-flag-dead': ['2025-05-05'],
  'pic-srv-missing': ['2017-07-01'],
  'pic-srv-not-direct-child': ['2019-08-15'],
  'partner-srv-wrong-suffix': ['2019-08-15'],
  'pic-provisioning-site-closed': ['2019-08-15'],
  'pic-provisioning-incomplete': ['2019-08-15'],
  'pic-contact-info-obsolete': ['2019-05-01', '2019-08-15'],
  'pic-lead-time': ['2019-05-01'],
  'messenger-china-exception': ['2013-05-01', '2014-11-01'],
  'provider-capability-exceeded': ['2014-11-26'],
  'cert-sha1': ['2016-01-01'],
  'name-decoration-missing': ['2013-05-23'],
  'xmpp-google-retired': ['2022-03-18', '2022-06-17'],
};

const boundaries = boundariesByFact(catalog);
const table = new Map<string, Readonly<Record<string, Turns>>>();
const days = new Map<string, ReadonlySet<string>>();

/** Tens of thousands of verdicts, on a machine that may have more to do. */
const PATIENCE = 600_000;

beforeAll(() => {
  for (const rule of rules) {
    const turns = turnsOf(rule);
    if (Object.keys(turns).length > 0) table.set(rule.id, turns);
    days.set(rule.id, new Set(Object.values(turns).flatMap(Object.values).flatMap(Object.keys)));
  }
}, PATIENCE);

function rests(facts: readonly string[], fact: string): boolean {
  return facts.some((one) => one === fact || fact.startsWith(`${one}.`));
}

it('each verdict turns on the days of the table, and on no other', async () => {
  const sorted = Object.fromEntries([...table].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  await expect(HEAD + stringify(sorted, { lineWidth: 0 })).toMatchFileSnapshot('dates.yaml');
});

describe('each date of the catalog turns the verdict of a rule that rests on it', () => {
  it.each(boundaries)('$day: $fact, $key', ({ day, fact }) => {
    const resting = rules.filter(({ facts }) => rests(facts, fact)).map(({ id }) => id);
    const help = `no fixture of ${resting.join(', ') || 'any rule'} is judged otherwise from ${day} on: add one with ${fact}`;
    expect(
      resting.some((id) => days.get(id)?.has(day)),
      help,
    ).toBe(true);
  });
});

describe('a rule that rests on dates turns on one of them, or says why not', () => {
  it.each(rules.map(({ id, facts }) => ({ id, facts })))('$id', ({ id, facts }) => {
    const own = boundaries.filter(({ fact }) => rests(facts, fact));
    const turns = own.some(({ day }) => days.get(id)?.has(day));
    expect(turns || own.length === 0).toBe(UNDATED[id] === undefined);
  });
});

/** Rules that turn on a day of the catalog by chance, or by what other rules say. */
const BY_CHANCE = ['certificate-expired', 'unused-suppression'];

it.each(rules.map(({ id, facts }) => ({ id, facts })))(
  '$id rests on the facts on whose days it turns',
  ({ id, facts }) => {
    const others = [...(days.get(id) ?? [])].filter((day) => {
      const known = boundaries.filter((boundary) => boundary.day === day);
      return known.length > 0 && !known.some(({ fact }) => rests(facts, fact));
    });
    expect(BY_CHANCE.includes(id) ? [] : others).toEqual([]);
  },
);

it.each(Object.entries(DATED))('%s is found from its days on', async (row, expected) => {
  const rows = Object.fromEntries((await coverage()).flatMap(([, one]) => Object.entries(one)));
  const covering = rows[row];
  const turned = new Set([covering ?? []].flat().flatMap((id) => [...(days.get(id) ?? [])]));
  expect(expected.filter((day) => !turned.has(day))).toEqual([]);
});
