import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Options } from '../../server/src/analyze.ts';
import type { Problem } from '../../server/src/problem.ts';
import { proof } from '../../server/src/proof.ts';
import { type RuleId, ruleIds } from '../../server/src/rules/ids.generated.ts';
import { rules } from '../../server/src/rules/index.generated.ts';
import { shiftBy, type TextEdit } from '../../server/src/text/edit.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import { examine, OPTIONS, readFixture } from './fixture.ts';

/**
 * A report is whole in one round: where a finding is mended as its fix proposes, nothing comes to light that stood there before and
 * was not told. What does come is listed here, by the rule that is mended and the one that speaks then, with the reason: it follows
 * from what the fix writes, and was not true before.
 */
const FOLLOWS: Readonly<Partial<Record<RuleId, Readonly<Partial<Record<RuleId, string>>>>>> = {
  'discovered-partner-unreachable': {
    'missing-federation-srv': 'the record is for discovery, which is off until then',
  },
  'domain-name-form': { 'unknown-reference': 'what refers to a name is to be renamed with it' },
  'hybrid-federation-differs': { 'hybrid-federation-differs': 'lists count once both sides are closed' },
  'licence-expired': { 'licence-not-needed': 'it is needed until the provider is switched off' },
  'licence-not-sold': { 'provider-licence-missing': 'without its date the licence may be a good one' },
  'nat-with-hardware-load-balancer': { 'edge-address-count': 'the other way of balancing counts otherwise' },
  'partner-pinned': {
    'domain-name-form': 'nobody looks a pinned domain up',
    'federation-type-differs': 'the type is that of a pinned partner until the pin goes',
  },
  'partner-without-dns-failover': { 'edge-address-count': 'the other way of balancing counts otherwise' },
  'policy-inert': { 'policy-shadowed': 'of two policies with the flag one loses it by the fix' },
  'policy-not-granted': { 'policy-missing-for-federation': 'the policy that goes was the one to allow it' },
  'provider-licence-missing': { 'policy-inert': 'the policy is for the provider as long as that is on' },
  'provider-on-unsupported-server': { 'policy-inert': 'the policy is for the provider as long as that is there' },
  'retired-provider': { 'policy-inert': 'the policy is for the provider as long as that is there' },
  'retired-xmpp-service': { 'policy-inert': 'the policy is for the partner as long as that is there' },
  'runbook-contradicts-spec': {
    'discovery-without-hosting-provider': 'the spec has the provider until it is taken out',
    'routing-settings-mixed': 'the spec is changed to another way of routing',
  },
  'several-federation-pools': { 'srv-target-not-in-certificate': 'the record is that of the pool that was taken off' },
  'subdomain-of-blocked': { 'hybrid-federation-differs': 'the servers block one name more by the fix' },
  'tenant-allow-list-empty': {
    'hybrid-federation-differs': 'both sides are closed until one is opened',
    'tenant-closed-by-one-domain': 'the list has one domain by the fix',
  },
  'teams-only-too-early': { 'srv-target-no-host': 'what leads to a host that is taken out is to be taken out as well' },
  'xmpp-domain-ambiguous': { 'policy-inert': 'the policy is for the partner as long as that is there' },
  'xmpp-partner-unverifiable': { 'xmpp-unencrypted': 'no connection is made until dialback makes one' },
  'xmpp-sasl-without-tls': {
    'xmpp-dialback-idle': 'dialback is used until TLS is required',
    'xmpp-unencrypted': 'that says itself that nothing is encrypted',
  },
};

/** What a value would mean is not known before it can be read. */
const UNREAD: readonly string[] = globSync('server/src/rules/schema/*.ts').map((file) => basename(file, '.ts'));

/** These speak of the commands that a fix writes into the runbook. */
const OF_COMMANDS: readonly string[] = globSync('server/src/rules/cmdlets/*.ts').map((file) => basename(file, '.ts'));

const files = globSync(['test/fixtures/*/*.lync.yaml', 'test/field/**/*.lync.yaml', 'examples/*.lync.yaml'])
  .filter((file) => !file.includes('.fix-'))
  .toSorted();

const followed = new Set<string>();

describe('a report is whole in one round', () => {
  it.each(files)('%s', (file) => {
    const source = readFileSync(file, 'utf8');
    const { text } = readFixture(source);
    const asOf = /#! asof (\S+)/.exec(source)?.[1];
    const options: Options = { ...OPTIONS, ...(asOf && { asOf }), persona: 'auditor', rules };
    const late = newFindings(text, options).filter(({ mended, found }) => {
      if (UNREAD.includes(mended.rule) || OF_COMMANDS.includes(found.rule)) return false;
      if (found.rule === 'provider-name-uncertain') return false;
      followed.add(`${mended.rule} ${found.rule}`);
      return FOLLOWS[mended.rule]?.[found.rule] === undefined;
    });
    expect(late.map(({ mended, found }) => `${mended.rule} hides ${found.rule}: ${inEnglish(found.message)}`)).toEqual(
      [],
    );
  });

  it('knows of nothing that follows and does not', () => {
    const listed = ruleIds.flatMap((id) => Object.keys(FOLLOWS[id] ?? {}).map((found) => `${id} ${found}`));
    expect(listed.filter((pair) => !followed.has(pair))).toEqual([]);
  });
});

interface Late {
  readonly mended: Problem;
  readonly found: Problem;
}

/** What each fix brings to light in text that it did not write. */
function newFindings(text: string, options: Options): readonly Late[] {
  const before = examine(text, options);
  const claims = new Set(before.problems.map(claimOf));
  return before.problems.flatMap((mended) =>
    (mended.fixes ?? []).flatMap((fix) => {
      const tried = proof(before, [fix]);
      if (tried === undefined) return [];
      const { after, edits } = tried;
      const written = writtenBy(edits);
      const shift = shiftBy(edits);
      const places = new Set(before.problems.map(({ rule, at }) => `${rule} ${shift(at.start)}`));
      return after.problems
        .filter(({ rule, at }) => !places.has(`${rule} ${at.start}`))
        .filter((found) => !claims.has(claimOf(found)))
        .filter(({ at }) => !written.some(({ start, end }) => at.start < end && start < at.end))
        .map((found) => ({ mended, found }));
    }),
  );
}

function claimOf({ rule, message }: Problem): string {
  return `${rule} ${inEnglish(message)}`;
}

/** Where the texts stand that edits have written. */
function writtenBy(edits: readonly TextEdit[]) {
  let moved = 0;
  return edits.map(({ at, insert }) => {
    const start = at.start + moved;
    moved += insert.length - (at.end - at.start);
    return { start, end: start + insert.length };
  });
}
