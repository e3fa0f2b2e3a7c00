import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/edit.ts';
import { LineTable } from '../../server/src/text/lines.ts';
import { cli, workspace } from './cli.ts';
import { type Place, readJson, undescribed } from './readers/json.ts';

/** A spec whose problems have all that a problem can have: a note, a related place, repairs; two are kept back. */
const SPEC = `lyncFederation: 1
asOf: 2014-03-01
server: { product: lync-2013 }
organization: { nam: 콘토소 } # lync-federation: ignore[unknown-key] until=2015-01-01 the form wants it
providers:
  public:
    - identity: AOL
      enabled: true
      iconURL: https://aol.example/icon.png
    - identity: Yahoo!
      enabled: true
licensing:
  standardCal: true
`;

const WORDS = {
  message: 'is not licensed: the spec states no ',
  note: 'has not been sold since',
  related: 'The licences are stated here.',
  fix: 'Rename `iconURL` to `iconUrl`',
  review: 'Remove `iconURL`',
  replacement: 'iconUrl',
  docs: 'docs/rules/provider-licence-missing.md',
};
type Part = keyof typeof WORDS;
const ALL: readonly Part[] = ['message', 'note', 'related', 'fix', 'review', 'replacement', 'docs'];

let cwd: string;

beforeAll(async () => {
  cwd = workspace({ 'contoso.lync.yaml': SPEC.replace('iconURL', 'iconUrl') });
  await cli(['baseline', 'update', '--baseline', 'known.json', '--rule', 'provider-licence-missing=off'], { cwd });
  writeFileSync(join(cwd, 'contoso.lync.yaml'), SPEC);
});

/** A report of the spec, one of whose problems the baseline knows. */
async function report(format: string): Promise<string> {
  const { code, stdout, stderr } = await cli(['check', '--format', format, '--baseline', 'known.json'], { cwd });
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  return stdout;
}

describe('what a report holds of a problem', () => {
  it.each<readonly [string, readonly Part[]]>([
    ['json', ALL],
    ['sarif', ALL],
    ['text', ALL],
    ['github', ALL],
    ['gitlab', ALL],
    ['junit', ALL],
    ['markdown', ['message', 'note', 'replacement', 'docs']],
    // Its suggestions have no titles, and no person looks at them.
    ['rdjson', ['message', 'note', 'related', 'replacement', 'docs']],
  ])('%s', async (format, parts) => {
    const text = await report(format);
    expect(Object.entries(WORDS).flatMap(([part, words]) => (text.includes(words) ? [part] : []))).toEqual(parts);
  });

  it('what is kept back stands in the formats that can say why', async () => {
    const names = { suppressed: '`nam` is not a key', baselined: 'policy-missing-for-public-cloud' };
    const kept = async (format: string) => {
      const text = (await report(format)).replace(/"rules": \[.*?\n {10}\]/s, '');
      return Object.entries(names).flatMap(([name, words]) => (text.includes(words) ? [name] : []));
    };
    const both = ['suppressed', 'baselined'];
    expect([await kept('json'), await kept('sarif')]).toEqual([both, both]);
    for (const format of ['text', 'github', 'gitlab', 'junit', 'rdjson', 'markdown'])
      expect(await kept(format)).toEqual([]);
  });
});

describe('JSON', () => {
  const read = async () => readJson(await report('json'));

  it('is as its schema says, and has no key that the schema does not describe', async () => {
    expect((await read()).version).toBe(1);
    expect(undescribed({ version: 1, files: [{ path: 'a', problem: [] }] })).toEqual(['files.0.problem']);
  });

  it('has everything of a problem, the places of all its parts included', async () => {
    const [file] = (await read()).files;
    const found = file?.problems.find(({ rule }) => rule === 'provider-licence-missing');
    expect(found).toEqual({
      rule: 'provider-licence-missing',
      severity: 'error',
      message:
        '`Yahoo!` is not licensed: the spec states no Public IM Connectivity User Subscription Licence (PIC USL). State it under `licensing` if it is held, or disable the provider.',
      note: 'The Public IM Connectivity User Subscription Licence (PIC USL) has not been sold since 2012-09-01.',
      range: { start: { line: 10, column: 17 }, end: { line: 10, column: 23 } },
      related: [
        {
          range: { start: { line: 12, column: 1 }, end: { line: 12, column: 10 } },
          message: 'The licences are stated here.',
        },
      ],
      fixes: [
        { title: 'Disable `Yahoo!`, and add the command to the runbook', safety: 'review', edits: expect.any(Array) },
      ],
      docs: 'https://github.com/lync-federation/lync-federation/blob/main/docs/rules/provider-licence-missing.md',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}:1$/),
    });
    expect(file?.suppressed.map(({ rule, by }) => [rule, by])).toEqual([
      [
        'unknown-key',
        {
          range: { start: { line: 4, column: 28 }, end: { line: 4, column: 101 } },
          reason: 'the form wants it',
          until: '2015-01-01',
        },
      ],
    ]);
    expect(file?.baselined.map(({ rule }) => rule)).toEqual(['policy-missing-for-public-cloud']);
  });

  it('has edits that make of the text what each repair makes', async () => {
    const lines = new LineTable(SPEC);
    const offset = ({ line, column }: Place) => lines.offset({ line: line - 1, column: column - 1 });
    const [file] = (await read()).files;
    const outcomes = (file?.problems ?? []).flatMap(({ fixes }) =>
      fixes.map(({ title, edits }) => {
        const changes = edits.map(({ range: { start, end }, newText }) => ({
          at: { start: offset(start), end: offset(end) },
          insert: newText,
        }));
        return [title, applyEdits(SPEC, changes)];
      }),
    );
    const yahoo = '    - identity: Yahoo!\n      enabled: true\n';
    expect(outcomes).toEqual([
      ['Rename `iconURL` to `iconUrl`', SPEC.replace('iconURL', 'iconUrl')],
      ['Remove `iconURL`', SPEC.replace('      iconURL: https://aol.example/icon.png\n', '')],
      [
        'Disable `Yahoo!`, and add the command to the runbook',
        `${SPEC.replace(yahoo, yahoo.replace('true', 'false'))}cmdlets:\n  - Set-CsPublicProvider -Identity 'Yahoo!' -Enabled $false\n`,
      ],
    ]);
  });
});
