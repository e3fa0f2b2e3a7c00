import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log, Region } from 'sarif';
import { describe, expect, it } from 'vitest';
import { CLEAN, cli, FAULTY, workspace } from './cli.ts';
import { isSarif, readSarif } from './readers/sarif.ts';

async function sarif(files: Readonly<Record<string, string>>, ...args: string[]): Promise<Log> {
  const { stdout } = await cli(['check', '--format', 'sarif', ...args], { cwd: workspace(files) });
  return readSarif(stdout);
}

describe('SARIF', () => {
  it.each([
    ['problems', { 'contoso.lync.yaml': FAULTY }, []],
    [
      'suppressed problems',
      {
        'contoso.lync.yaml': FAULTY.replace('AOL', 'AOL # lync-federation: ignore[retired-provider] until=2014-07-01'),
      },
      [],
    ],
    ['no problems', { 'contoso.lync.yaml': CLEAN }, []],
    ['unreadable input', { 'contoso.lync.yaml': 'a\0b' }, []],
    ['odd names', { 'a b/한국 #1%.lync.yaml': FAULTY }, []],
  ])('is valid with %s', async (_, files, args) => {
    await expect(sarif(files, ...args)).resolves.toMatchObject({ version: '2.1.0' });
  });

  it('the schema refuses what SARIF does not know', () => {
    expect(isSarif({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, result: [] }] })).toBe(false);
    expect(isSarif({ version: '2.1.0', runs: [{ tool: { driver: {} } }] })).toBe(false);
    expect(isSarif({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, columnKind: 'bytes' }] })).toBe(false);
  });

  it('keeps what the standard asks for beyond types', async () => {
    const { runs } = await sarif({ 'a b/한국 #1%.lync.yaml': FAULTY });
    for (const { tool, results = [] } of runs) {
      for (const { ruleId, ruleIndex = -1, locations = [], relatedLocations = [], fixes = [] } of results) {
        expect(tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId);
        const places = [...locations, ...relatedLocations].flatMap(({ physicalLocation }) => physicalLocation ?? []);
        expect(places.length).toBeGreaterThan(0);
        for (const { artifactLocation, region } of places) {
          expect(artifactLocation?.uri).toBe('a%20b/%ED%95%9C%EA%B5%AD%20%231%25.lync.yaml');
          expect(isRegion(region)).toBe(true);
        }
        const changes = fixes.flatMap(({ artifactChanges }) => artifactChanges);
        for (const { replacements } of changes) {
          expect(replacements.length).toBeGreaterThan(0);
          for (const { deletedRegion } of replacements) expect(isRegion(deletedRegion)).toBe(true);
        }
      }
    }
  });

  it('has fingerprints that survive lines added above, and differ otherwise', async () => {
    const prints = async (text: string) =>
      (await sarif({ 'a.lync.yaml': text })).runs[0]?.results?.map(
        ({ partialFingerprints }) => partialFingerprints?.['lyncFederation/v2'],
      );
    const before = await prints(FAULTY);
    expect(new Set(before).size).toBe(before?.length);
    expect(before?.length).toBeGreaterThan(3);
    expect(await prints(FAULTY.replace('server:', '# one more\n# line\n\nserver:'))).toEqual(before);
    const twice = await prints('lyncFederation: 1\ndomains:\n  allowed:\n    - a.com\n    - a.com\n    - a.com\n');
    expect(twice?.map((print) => print?.split(':')[1])).toEqual(['1', '2']);
  });

  it('has fingerprints that a comment or a baseline does not change', async () => {
    const bare = 'lyncFederation: 1\nserver: { product: lync-2013 }\nmode: 1\nkind: 2\n';
    const commented = bare.replace('mode: 1', 'mode: 1 # lync-federation: ignore[unknown-key] until=2014-12-31 agreed');
    const [one, other] = await Promise.all(
      [bare, commented].map((text) => sarif({ 'a.lync.yaml': text }, '--as-of', '2014-07-01')),
    );
    const prints = (log: Log | undefined) => log?.runs[0]?.results?.map(({ partialFingerprints: print }) => print);
    expect(prints(other)).toEqual(prints(one));
    expect(one?.runs[0]?.results?.map(({ suppressions }) => suppressions)).toEqual([[], []]);
    const [{ results = [] } = { results: [] }] = other?.runs ?? [];
    expect(results.map(({ suppressions }) => suppressions)).toEqual([
      [
        {
          kind: 'inSource',
          justification: 'agreed',
          location: {
            physicalLocation: {
              artifactLocation: { uri: 'a.lync.yaml' },
              region: { startLine: 3, startColumn: 9, endLine: 3, endColumn: 71 },
            },
          },
        },
      ],
      [],
    ]);
  });

  it('tells what the baseline knows', async () => {
    const cwd = workspace({ 'a.lync.yaml': 'lyncFederation: 1\nserver: { product: lync-2013 }\nmode: 1\n' });
    await cli(['baseline', 'update', '--as-of', '2014-07-01'], { cwd });
    writeFileSync(join(cwd, 'a.lync.yaml'), 'lyncFederation: 1\nserver: { product: lync-2013 }\nkind: 1\nmode: 1\n');
    const args = [
      'check',
      '--format',
      'sarif',
      '--as-of',
      '2014-07-01',
      '--baseline',
      '.lync-federation.baseline.json',
    ];
    const { stdout } = await cli(args, { cwd });
    expect(readSarif(stdout).runs[0]?.results?.map(({ suppressions }) => suppressions)).toEqual([
      [],
      [{ kind: 'external', justification: 'baseline' }],
    ]);
  });

  it('says that input could not be read', async () => {
    const { runs } = await sarif({ 'a.lync.yaml': 'a\0b' });
    expect(runs[0]?.invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { level: 'error', message: { text: '`a.lync.yaml` is a binary file, not a federation spec.' } },
        ],
      },
    ]);
  });
});

function isRegion({ startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 }: Region = {}): boolean {
  if (startLine < 1 || startColumn < 1 || endLine < startLine) return false;
  return endLine > startLine ? endColumn >= 1 : endColumn >= startColumn;
}
