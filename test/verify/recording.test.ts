import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyze } from '../../server/src/analyze.ts';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import type { Recording } from '../../server/src/verify/recording.generated.ts';
import { readRecording, written } from '../../server/src/verify/recording.ts';
import { judgeWorld } from '../../server/src/verify/verdict.ts';

const KEPT = readFileSync('docs/verify/seen.json', 'utf8');
const SPEC = readFileSync('docs/verify/contoso.lync.yaml', 'utf8');

function read(text: string): Recording {
  const recording = readRecording('seen.json', text);
  if ('template' in recording) throw new Error(inEnglish(recording));
  return recording;
}

/** Why a text is no recording. */
function refusal(text: string): string {
  const recording = readRecording('seen.json', text);
  return 'template' in recording ? inEnglish(recording) : 'taken';
}

it('is written as it is read', () => {
  expect(written(read(KEPT))).toBe(KEPT);
});

const changed = (change: object) => JSON.stringify({ ...JSON.parse(KEPT), ...change });
const LOOKUP = read(KEPT).lookups[0];
const VISIT = read(KEPT).visits[0];

it.each([
  ['', /^`seen\.json` is no recording: .*JSON/],
  ['[]', /^`seen\.json` is no recording of `lync-federation verify --record`\.$/],
  ['null', /^`seen\.json` is no recording of/],
  ['{ "version": 1, "objects": {} }', /^`seen\.json` is no recording of/],
  ['{ "lyncFederationRecording": 2 }', /is a recording of version `2`; only `1` is known here\.$/],
  [changed({ taken: 'yesterday' }), /`\/taken` breaks the rule `pattern`/],
  [changed({ more: 1 }), /`\/` breaks the rule `additionalProperties`/],
  [changed({ lookups: {} }), /`\/lookups` breaks the rule `type`/],
  [changed({ lookups: [{ ...LOOKUP, outcome: 'fine' }] }), /`\/lookups\/0\/outcome` breaks the rule `enum`/],
  [changed({ lookups: [{ ...LOOKUP, name: 'a'.repeat(2000) }] }), /breaks the rule `maxLength`/],
  [changed({ lookups: [{ ...LOOKUP, services: [{ priority: -1 }] }] }), /breaks the rule/],
  [
    changed({ resolvers: { public: ['$(touch ran)'], internal: [] } }),
    /`\/resolvers\/public\/0` breaks the rule `pattern`/,
  ],
  [
    changed({ visits: [{ ...VISIT, address: '../../etc/passwd' }] }),
    /`\/visits\/0\/address` breaks the rule `pattern`/,
  ],
  [changed({ visits: [{ ...VISIT, certificates: ['-----BEGIN'] }] }), /breaks the rule `pattern`/],
  [changed({ visits: [{ ...VISIT, port: 70_000 }] }), /breaks the rule `maximum`/],
])('refuses %s', (text, why) => {
  expect(refusal(text)).toMatch(why);
});

const outcomes = [
  'records',
  'no-data',
  'no-name',
  'referral',
  'refused',
  'failed',
  'malformed',
  'silent',
  'closed',
] as const;
const text = fc.oneof(
  fc.constantFrom(
    'sip.contoso.com',
    'sip.fabrikam.com',
    '',
    '.',
    '-',
    '*',
    'xn--',
    'a..b',
    '\u001b[31m',
    '{0}',
    '\'"\n: [',
    '203.0.113.9',
    'Ünï.example',
  ),
  fc.string({ maxLength: 30 }),
);
const number = fc.integer({ min: 0, max: 65_535 });
const lookup = fc.record({
  outcome: fc.constantFrom(...outcomes),
  aliases: fc.array(fc.record({ name: text, target: text, ttl: number }), { maxLength: 3 }),
  addresses: fc.array(
    fc.record({ address: fc.constantFrom('203.0.113.10', '::1', '1.2.3', ':::', '999.1.1.1'), ttl: number }),
    { maxLength: 3 },
  ),
  services: fc.array(fc.record({ priority: number, weight: number, port: number, target: text, ttl: number }), {
    maxLength: 3,
  }),
});
const visit = fc.record(
  {
    reached: fc.constantFrom('nothing', 'connection', 'stream', 'handshake'),
    fault: fc.record({ is: fc.constantFrom('closed', 'alert', 'ended', 'other', 'no-starttls') }),
    version: fc.constantFrom('TLSv1', 'TLSv1.3'),
    asks: fc.boolean(),
    trust: fc.constantFrom('trusted', 'SOMETHING_ELSE'),
    certificates: fc.array(fc.constantFrom('AAAA', 'MIIB'), { maxLength: 2 }),
    answer: fc.record({ is: fc.constantFrom('sip', 'http', 'other', 'nothing') }),
  },
  { requiredKeys: ['reached'] },
);

it('is judged whatever it says, as long as it is of its shape', () => {
  const kept = read(KEPT);
  const analysis = analyze(SPEC, { asOf: '2026-11-30' });
  const grounds = { catalog, asOf: '2026-11-30' };
  fc.assert(
    fc.property(
      fc.array(lookup, { minLength: 3, maxLength: 8 }),
      fc.array(visit, { minLength: 2, maxLength: 5 }),
      (lookups, visits) => {
        const forged = {
          ...kept,
          lookups: kept.lookups.map((one, i) => ({ ...one, ...lookups[i % lookups.length] })),
          visits: kept.visits.map(({ protocol, domain, host, address, port }, i) => ({
            protocol,
            domain,
            host,
            address,
            port,
            ...visits[i % visits.length],
          })),
        };
        const { checks, differences } = judgeWorld(analysis, read(JSON.stringify(forged)), {
          grounds,
          read: () => undefined,
        });
        for (const { steps } of checks)
          for (const { said } of steps) expect(inEnglish(said)).not.toContain('undefined');
        for (const { message } of differences) expect(inEnglish(message)).not.toContain('undefined');
      },
    ),
    { numRuns: 60 },
  );
});
