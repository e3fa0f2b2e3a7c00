import { expect, it } from 'vitest';
import { analyze, type Options } from '../../server/src/analyze.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { say } from '../../server/src/text/message.ts';

const rule: Rule = {
  id: 'srv-port',
  summary: say`Nothing.`,
  severity: 'info',
  persona: 'pedantic',
  facts: [],
  *check(spec) {
    yield { at: spec.at, message: say`found` };
  },
};

it.each<[Partial<Options>, number]>([
  [{}, 0],
  [{ persona: 'regular' }, 0],
  [{ persona: 'pedantic' }, 1],
  [{ persona: 'auditor' }, 1],
  [{ severities: { 'srv-port': 'warning' } }, 1],
  [{ persona: 'auditor', severities: { 'srv-port': 'off' } }, 0],
])('with %o a pedantic rule finds %i', (options, count) => {
  const { problems } = analyze('lyncFederation: 1\n', { asOf: '2014-01-01', rules: [rule], ...options });
  expect(problems).toHaveLength(count);
});
