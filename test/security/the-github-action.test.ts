import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect } from 'vitest';
import { action, api } from '../cli/action.ts';
import { CLEAN, workspace } from '../cli/cli.ts';
import { Audit, type Deeds } from './audit.ts';
import { chapter } from './page.ts';

const cwd = workspace({ 'a.lync.yaml': CLEAN, 'event.json': '{ "pull_request": { "number": 7 } }' });
let quiet: Deeds;
let talking: Deeds;
let asked: readonly string[] = [];

beforeAll(async () => {
  const github = await api();
  const env = {
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: 'contoso/federation',
    GITHUB_EVENT_PATH: join(cwd, 'event.json'),
  };
  const given = { token: 'secret', 'sarif-file': 'report.sarif', 'map-folder': 'maps' };
  const run = async (comment: string) => {
    const audit = new Audit();
    expect((await action({ ...given, comment }, cwd, { ...env, ...audit.env })).code).toBe(0);
    return audit.deeds;
  };
  quiet = await run('false');
  expect(github.asked).toEqual([]);
  talking = await run('true');
  asked = github.asked;
  github.end();
}, 60_000);

chapter('The GitHub Action', {
  'It starts no program, installs nothing and builds nothing.': () => {
    expect([...quiet.started, ...talking.started]).toEqual([]);
  },

  'It makes no network connection, unless a comment is wanted: then it asks the address of GitHub that the runner names for the comments of the pull request, and writes one.':
    () => {
      expect(quiet.network).toEqual([]);
      expect(talking.network.length).toBeGreaterThan(0);
      expect(asked.map((one) => one.split('?')[0])).toEqual([
        'GET /repos/contoso/federation/issues/7/comments',
        'POST /repos/contoso/federation/issues/7/comments',
      ]);
    },

  'It writes the files that its inputs name, and where the runner wants the outputs and the summary.': () => {
    expect(readdirSync(cwd).toSorted()).toEqual(['a.lync.yaml', 'event.json', 'maps', 'report.sarif']);
    const written = quiet.written.filter((path) => !path.startsWith(cwd) && !/[/\\](?:output|summary)$/.test(path));
    expect(written).toEqual([]);
  },
});
