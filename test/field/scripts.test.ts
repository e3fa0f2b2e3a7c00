import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { decodeScript } from '../../server/src/machine/encoding.ts';
import { examine, OPTIONS } from '../rules/fixture.ts';

const FOLDER = 'test/field/scripts';

/** Scripts as people write and save them, with what is found: `line severity rule: what is marked`. */
const FOUND: Readonly<Record<string, readonly string[]>> = {
  'autodiscover-typo.ps1': [
    '1 warning hosting-setting-unsuited: https://webdir.online.lync.com/autodiscover/autodisccoverservice.svc/root',
  ],
  'dash-forgotten.ps1': [
    '1 error unknown-parameter: EnablePartnerDiscovery',
    '2 error unknown-parameter: EnableFederationAccess',
  ],
  'grant-global.ps1': ['1 error scoped-policy-granted: Global', `2 error scoped-policy-granted: 'site:Redmond'`],
  'made-twice.ps1': ['2 error made-twice: Fabrikam.com'],
  'module.psm1': ['3 error unknown-parameter: -Idenity'],
  'removal-without-question.ps1': [
    '1 warning unfiltered-removal: Remove-CsAllowedDomain',
    '2 warning unfiltered-removal: Remove-CsBlockedDomain',
  ],
  'tenant-domain-text.ps1': [
    '1 error wrong-parameter-value: fabrikam.com,litwareinc.com',
    '2 error wrong-parameter-value: AllowAllKnownDomains',
  ],
  'utf-16be.ps1': ['2 error unknown-parameter: -Idenity'],
  'utf-16le.ps1': ['2 error unknown-parameter: -Idenity'],
  'windows-1252.ps1': ['2 error unknown-parameter: -Idenity'],
};

it.each(Object.entries(FOUND))('%s', (name, expected) => {
  const decoded = decodeScript(readFileSync(`${FOLDER}/${name}`));
  if (!('text' in decoded)) throw new Error(`${name} is no text: ${decoded.fault}`);
  const { problems, lines } = examine(decoded.text, {
    ...OPTIONS,
    asOf: '2016-01-01',
    script: { product: 'sfb-2015' },
  });
  const found = problems.map(
    ({ severity, rule, at }) =>
      `${lines.lineAt(at.start) + 1} ${severity} ${rule}: ${lines.text.slice(at.start, at.end)}`,
  );
  expect(found).toEqual(expected);
});

it('knows each script of the folder', () => {
  expect(readdirSync(FOLDER).toSorted()).toEqual(Object.keys(FOUND).toSorted());
});
