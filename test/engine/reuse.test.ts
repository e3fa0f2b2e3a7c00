import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { analyze, type Options } from '../../server/src/analyze.ts';
import type { FileFault } from '../../server/src/deployment/certificate-files.ts';
import { rules } from '../../server/src/rules/index.generated.ts';
import { makeSpec } from '../bench/spec.ts';

const { text } = makeSpec(200);

/** All rules, and which of them have run. */
function watched() {
  const ran: string[] = [];
  const told = rules.map((rule) => ({
    ...rule,
    check(...about: Parameters<typeof rule.check>) {
      ran.push(rule.id);
      return rule.check(...about);
    },
  }));
  return { ran, told };
}

/** The rules that run again after an edit, by what they look at: all others found nothing, and would find nothing again. */
function runAgain(find: string, replace: string): readonly string[] {
  expect(text).toContain(find);
  const { ran, told } = watched();
  const options: Options = { asOf: '2026-11-30', rules: told };
  const before = analyze(text, options);
  ran.length = 0;
  analyze(text.replace(find, replace), options, before);
  return ran;
}

it('runs no rule again for a comment but those that read the whole text', () => {
  expect(runAgain('# Ticket', '# Tickets')).toMatchInlineSnapshot(`
    [
      "placeholder-left",
      "expired-suppression",
      "suppression-without-reason",
      "unused-suppression",
    ]
  `);
});

it('judges a partner anew by the rules that judge each partner by itself', () => {
  expect(runAgain('domain: partner-00100.', 'domain: partner-00100x.')).toMatchInlineSnapshot(`
    [
      "cloud-host-misprinted",
      "hosted-partner-without-provider",
      "domain-name-form",
      "federation-type-differs",
      "hosted-partner-pinned",
      "legacy-federation-type",
      "own-domain-as-partner",
      "partner-not-confirmed",
      "partner-srv-wrong-domain",
      "partner-without-srv",
      "pinned-proxy-differs",
      "parameter-not-in-version",
      "placeholder-left",
      "expired-suppression",
      "suppression-without-reason",
      "unused-suppression",
    ]
  `);
});

it('asks of a runbook only what is asked of commands', () => {
  const ran = runAgain('-Comment "batch 3"', '-Comment "batch 3x"');
  expect(ran.length).toBeLessThan(rules.length / 3);
  expect(ran).not.toContain('missing-federation-srv');
});

it('judges a record anew by the rules on records', () => {
  expect(runAgain('target: sip.contoso.com', 'target: sip2.contoso.com')).toMatchInlineSnapshot(`
    [
      "certificate-lacks-sip-domain",
      "srv-target-not-in-certificate",
      "cloud-host-misprinted",
      "edge-address-count",
      "missing-federation-srv",
      "missing-xmpp-srv",
      "private-address-in-public-zone",
      "srv-failover-by-priority",
      "srv-name-form",
      "srv-port",
      "srv-target-is-alias",
      "srv-target-no-host",
      "srv-target-wrong-domain",
      "hybrid-record-in-cloud",
      "domain-name-form",
      "placeholder-left",
      "expired-suppression",
      "suppression-without-reason",
      "unused-suppression",
    ]
  `);
});

it('runs no more for settings that are said anew', () => {
  const { ran, told } = watched();
  const options = (): Options => ({ asOf: '2026-11-30', severities: { 'srv-port': 'off' }, rules: told });
  const before = analyze(text, options());
  ran.length = 0;
  analyze(text.replace('# Ticket', '# Tickets'), options(), before);
  expect(ran.length).toBeLessThan(10);
  ran.length = 0;
  analyze(text, { ...options(), severities: { 'srv-port': 'error' } }, before);
  expect(ran.length).toBeGreaterThan(100);
});

it('judges anew where the files of certificates are others', () => {
  const named = text.replace('  - name: access-edge\n', '  - name: access-edge\n    file: edge.pem\n');
  const options = (fault: FileFault): Options => ({
    asOf: '2016-01-01',
    certificateFiles: new Map([['edge.pem', { fault }]]),
  });
  const before = analyze(named, options('missing'));
  expect(analyze(named, options('private-key'), before).problems).toEqual(
    analyze(named, options('private-key')).problems,
  );
  expect(analyze(named, { asOf: '2016-01-01', certificateFiles: new Map() }, before).problems).toEqual(
    analyze(named, { asOf: '2016-01-01', certificateFiles: new Map() }).problems,
  );
});

it('runs every rule again on another day', () => {
  const options: Options = { asOf: '2014-06-01' };
  const before = analyze(text, options);
  expect(analyze(text, { asOf: '2026-11-30' }, before).problems).toEqual(
    analyze(text, { asOf: '2026-11-30' }).problems,
  );
});

it.each(globSync('test/fixtures/*/fires.lync.yaml').toSorted())('finds the same where nothing is noted: %s', (file) => {
  const spec = readFileSync(file, 'utf8');
  const options: Options = { asOf: '2026-11-30', persona: 'auditor' };
  expect(analyze(spec, { ...options, once: true }).problems).toEqual(analyze(spec, options).problems);
});

it('shows a finding at the key that counts, where one is written above that says the same', () => {
  const options: Options = { asOf: '2015-06-01' };
  const start = 'lyncFederation: 1\nserver: { product: lync-2013 }\n';
  const providers = 'providers:\n  public:\n    - identity: AOL\n      enabled: true\n';
  const before = analyze(`${start}domains:\n  sip: [contoso.com]\n${providers}`, options);
  const now = `${start}${providers}domains:\n  sip: [contoso.com]\n${providers}`;
  expect(before.problems.map(({ rule }) => rule)).toContain('retired-provider');
  expect(analyze(now, options, before).problems).toEqual(analyze(now, options).problems);
});

it('misses what an unknown key may have meant as soon as that key is gone', () => {
  const options: Options = { asOf: '2015-06-01' };
  const policy = 'policies:\n  externalAccess:\n    - identity: global\n';
  const spec = `lyncFederation: 1\nserver: { product: lync-2013 }\nedge:\n  configuration: { allowFederatedUsers: true }\ndomains: { allowed: [fabrikam.com] }\n${policy}`;
  const before = analyze(`${spec}      enableFederationAcess: true\n`, options);
  const now = analyze(spec, options, before);
  expect(before.problems.map(({ rule }) => rule)).not.toContain('policy-missing-for-federation');
  expect(now.problems.map(({ rule }) => rule)).toContain('policy-missing-for-federation');
  expect(now.problems).toEqual(analyze(spec, options).problems);
});
