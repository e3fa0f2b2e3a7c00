import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cmdletNames } from '../../server/src/catalog/cmdlets.ts';
import { examine, OPTIONS } from '../rules/fixture.ts';

/** What is found, without its place: `severity rule: what is marked`. */
function found(text: string): readonly string[] {
  const { problems } = examine(text, { ...OPTIONS, script: {} });
  return problems.map(({ severity, rule, at }) => `${severity} ${rule}: ${text.slice(at.start, at.end)}`);
}

describe('the ways in which the reference calls the cmdlets', () => {
  const text = readFileSync('test/published/commands.ps1', 'utf8');

  it('are shown for each of them', () => {
    expect(cmdletNames.filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
  });

  it('have nothing wrong, but for what was looked at', () => {
    expect(text.split('\n').flatMap(found)).toEqual([
      // All blocked domains go: the page means it.
      'warning unfiltered-removal: Remove-CsBlockedDomain',
      // Two parameters that the syntax demands, and the text calls optional.
      'info missing-parameter: New-CsHostingProvider',
      // A name without its domain, although the type is that of one in full.
      'info wrong-parameter-value: "edge01"',
      // The line below it enables what this one publishes.
      'warning topology-not-enabled: Publish-CsTopology',
    ]);
  });
});

/** A checkout of MicrosoftDocs/office-docs-powershell: its pages are not ours to keep, so they are read where they are. */
const docs = process.env.OFFICE_DOCS;

describe.runIf(docs !== undefined).each(cmdletNames)('the published examples of %s', (name) => {
  const page = ['skype/skype-ps/SkypeForBusiness', 'skype/skype-ps/skype', 'teams/teams-ps/MicrosoftTeams']
    .map((folder) => join(docs ?? '', folder, `${name}.md`))
    .find((path) => existsSync(path));

  it.runIf(page !== undefined)('have no error, and no warning that nobody looked at', () => {
    const findings = examplesIn(readFileSync(page ?? '', 'utf8')).flatMap(found);
    expect(findings.filter((one) => !REVIEWED.some((known) => known.test(one)))).toEqual([]);
  });
});

/** What the examples do on purpose, or what their own pages contradict. */
const REVIEWED: readonly RegExp[] = [
  /^warning unfiltered-removal: /,
  /^warning topology-not-enabled: Publish-CsTopology$/,
  /^info missing-parameter: New-CsHostingProvider$/,
  /^info wrong-parameter-value: "atl-edge-001"$/,
  // A dash that stands apart from its name.
  /^error unknown-parameter: Filter$/,
];

/** The command blocks below `EXAMPLES`, without prompts and without what Markdown escapes. */
function examplesIn(page: string): readonly string[] {
  const section = /^## EXAMPLES$([\s\S]*?)^## PARAMETERS$/m.exec(page)?.[1] ?? '';
  return Array.from(section.matchAll(/^```\w*\r?\n([\s\S]*?)^```/gm), ([, block = '']) =>
    block.replace(/^PS [^>\n]*> ?/gm, '').replaceAll('\\>', '>'),
  );
}
