import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMermaid } from '../map/mermaid-reader.ts';
import { action, api, inputs, outputs, released, runs } from './action.ts';
import { CLEAN, FAULTY, workspace } from './cli.ts';

describe('the GitHub Action', () => {
  it('is a program for Node, and describes its inputs and outputs', () => {
    expect(runs).toEqual({ using: 'node24', main: 'dist/action.js' });
    expect(readdirSync(released).toSorted()).toEqual(['LICENSE', 'action.yml', 'dist']);
    for (const { description, default: value } of Object.values(inputs)) {
      expect(description).not.toBe('');
      expect(value).toBeTypeOf('string');
    }
    expect(Object.keys(outputs)).toEqual(['exit-code', 'sarif-file', 'upcoming']);
  });

  it('annotates, and fails by the exit code of the command line', async () => {
    const cwd = workspace({ 'contoso.lync.yaml': FAULTY, 'fabrikam.lync.yaml': CLEAN });
    const run = await action({}, cwd);
    expect(run.code).toBe(1);
    expect(run.outputs['exit-code']).toBe('1');
    expect(run.stdout.split('\n')[0]).toMatch(/^::error file=contoso\.lync\.yaml,line=7,col=3,/);
    const clean = await action({ paths: 'fabrikam.lync.yaml' }, cwd);
    expect([clean.code, clean.stdout, clean.stderr, clean.outputs['exit-code']]).toEqual([0, '', '', '0']);
    const wrong = await action({ paths: 'nothing.yaml' }, cwd);
    expect([wrong.code, wrong.outputs]).toEqual([2, { 'exit-code': '2' }]);
    expect(wrong.stderr).toBe('error: There is no file or folder `nothing.yaml`.\n');
  });

  it('hands every input on', async () => {
    const cwd = workspace({
      'a b.lync.yaml': 'lyncFederation: 1\n# lync-federation: ignore[srv-port] why\nserver:\n  product: lync-2013\n',
      'c.ps1': 'Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true\n',
      'none.lync.yaml': 'a: b: c',
    });
    const given = { paths: 'a b.lync.yaml\r\n\r\nc.ps1\r\n', format: 'json', 'as-of': '2014-07-01' };
    const json = await action({ ...given, persona: 'auditor', product: 'lync-2010' }, cwd);
    expect(json.code).toBe(0);
    const { asOf, files } = JSON.parse(json.stdout);
    expect([asOf, files.map(({ path }: { path: string }) => path)]).toEqual(['2014-07-01', ['a b.lync.yaml', 'c.ps1']]);
    expect((await action({ ...given, 'max-warnings': '0' }, cwd)).code).toBe(1);
    for (const wrong of ['as-of', 'persona', 'product', 'baseline', 'format', 'max-warnings']) {
      const { code, stderr } = await action({ ...given, [wrong]: 'x y' }, cwd);
      expect([code, stderr.includes('`x y`')]).toEqual([2, true]);
    }
  });

  it('writes a report for code scanning as well', async () => {
    const cwd = workspace({ 'contoso.lync.yaml': FAULTY });
    const run = await action({ 'sarif-file': 'the report.sarif' }, cwd);
    expect(run.outputs).toMatchObject({ 'sarif-file': 'the report.sarif', 'exit-code': '1' });
    const log = JSON.parse(readFileSync(join(cwd, 'the report.sarif'), 'utf8'));
    expect(log.runs[0].results.length).toBeGreaterThan(0);
  });

  it('runs nothing that an input says', async () => {
    const cwd = workspace({ 'a.lync.yaml': CLEAN });
    const evil = '"; touch pwned; $(touch pwned) `touch pwned` \' | touch pwned #';
    await action(Object.fromEntries(Object.keys(inputs).map((name) => [name, evil])), cwd);
    const harmless = ['sarif-file', 'category', 'map-folder', 'summary', 'comment', 'token', 'locale'];
    const run = await action(Object.fromEntries(harmless.map((name) => [name, `${name} ${evil}`])), cwd);
    expect([run.code, run.stderr]).toEqual([0, '']);
    const unwritten = await action({ 'sarif-file': '.' }, cwd);
    expect([unwritten.code, unwritten.stdout]).toEqual([
      2,
      expect.stringMatching(/^::error title=lync-federation::EISDIR/),
    ]);
    expect(existsSync(join(cwd, 'pwned'))).toBe(false);
    expect((await action({ paths: '--help' }, cwd)).code).toBe(2);
  });

  it('shows in the summary what was found, what ends next, and the maps; pictures go to files', async () => {
    const spec = 'lyncFederation: 1\nasOf: 2014-06-01\nproviders:\n  public:\n    - { identity: AOL, enabled: true }\n';
    const cwd = workspace({ 'contoso.lync.yaml': spec, 'eu/fabrikam.lync.yaml': CLEAN });
    const { summary, outputs: told } = await action({ 'map-folder': 'maps', within: '60' }, cwd);
    expect(summary).toMatch(/\| .* \| `contoso\.lync\.yaml:5:19` \| .*`AOL`/);
    expect(summary).toContain(told.upcoming);
    expect(told.upcoming).toContain('2014-06-30');
    const maps = [...summary.matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map(([, chart = '']) => readMermaid(chart));
    expect(maps.length).toBe(2);
    expect(maps[0]?.stations.some((station) => station.includes('AOL'))).toBe(true);
    expect(readdirSync(join(cwd, 'maps'))).toEqual(['contoso.lync.yaml.svg', 'eu-fabrikam.lync.yaml.svg']);
    expect((await action({ summary: 'false', locale: 'ko' }, cwd)).summary).toBe('');
    expect((await action({ locale: 'ko' }, cwd)).summary).toMatch(/[가-힣]/);
  });

  it('comments on a pull request, in place of the comment before, and fails by no refusal', async () => {
    const cwd = workspace({ 'a.lync.yaml': CLEAN, 'event.json': '{ "pull_request": { "number": 7 } }' });
    const github = await api();
    const env = {
      GITHUB_API_URL: github.url,
      GITHUB_REPOSITORY: 'contoso/federation',
      GITHUB_EVENT_PATH: join(cwd, 'event.json'),
    };
    const given = { comment: 'true', token: 'secret' };
    for (let i = 0; i < 2; i++) expect((await action(given, cwd, env)).code).toBe(0);
    const refused = await action({ ...given, token: 'of a fork' }, cwd, env);
    expect([refused.code, refused.stdout]).toEqual([
      0,
      '::warning title=lync-federation::The comment could not be written: 403 Forbidden\n',
    ]);
    writeFileSync(join(cwd, 'event.json'), '{}');
    await action(given, cwd, env);
    github.end();
    const issues = '/repos/contoso/federation/issues';
    expect(github.asked).toEqual([
      `GET ${issues}/7/comments?per_page=100&page=1`,
      `POST ${issues}/7/comments`,
      `GET ${issues}/7/comments?per_page=100&page=1`,
      `PATCH ${issues}/comments/1`,
    ]);
    expect(github.comments).toEqual([
      { id: 1, body: expect.stringMatching(/^<!-- lync-federation -->\n## .*\n\nNothing ends/) },
    ]);
  });
});
