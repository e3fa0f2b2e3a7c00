import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, type Outcome, workspace } from '../cli/cli.ts';
import { readGithub } from '../cli/readers/github.ts';
import { readGitlab } from '../cli/readers/gitlab.ts';
import { readJson } from '../cli/readers/json.ts';
import { readJunit } from '../cli/readers/junit.ts';
import { readRdjson } from '../cli/readers/rdjson.ts';
import { readSarif } from '../cli/readers/sarif.ts';
import { type Element, readXml } from '../cli/readers/xml.ts';
import { readMermaid } from '../map/mermaid-reader.ts';
import { live, steering } from './readers.ts';
import {
  type Data,
  EVERY_KEY,
  HOSTILE,
  hostileSpecs,
  named,
  replaced,
  specOf,
  TURNS,
  texts,
  type Way,
} from './values.ts';

/** What a plan is made of, with every text that may be any. */
const PLANNED: Data = {
  lyncFederation: 1,
  organization: { name: 'Contoso' },
  domains: {
    allowed: [{ domain: 'fabrikam.com', comment: 'words' }],
    blocked: [{ domain: 'litwareinc.com', comment: 'words' }],
  },
  policies: {
    externalAccess: [
      { identity: 'global', enableFederationAccess: true },
      { identity: 'Guests', description: 'words', enableFederationAccess: true, grantedTo: ['words'] },
    ],
  },
  tenant: { domain: 'contoso.onmicrosoft.com', allowFederatedUsers: true },
};
const FREE: readonly Way[] = texts(PLANNED).filter((way) => /comment|description|name|grantedTo/.test(way.join()));

/** What commands can say; of the rest it is told that they cannot. */
const SAYABLE = HOSTILE.filter((words) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]|##\w*\[/u.test(words));

/** A folder with hostile words in every value and in a capture. */
function folder(turn: number): string {
  const { every, behind } = hostileSpecs(EVERY_KEY, texts(EVERY_KEY), turn);
  const objects = HOSTILE.map((words) => ({ Identity: words, Comment: words, [words]: words, Description: words }));
  return workspace({
    'every.lync.yaml': every,
    'behind.lync.yaml': behind,
    'planned.lync.yaml': hostileSpecs(PLANNED, FREE, turn).every,
    'live.json': JSON.stringify({
      version: 1,
      objects: {
        CsAllowedDomain: objects,
        CsBlockedDomain: objects,
        ...Object.fromEntries(HOSTILE.map((words, i) => [words, [objects[i]]])),
      },
    }),
  });
}

/** A folder whose project file and names of files hold the words. */
function namedFolder(words: string): string {
  return workspace({
    [named(words)]: 'lyncFederation: 1\nserver: { product: lync-2013 }\nmode: 1\n',
    'plain.lync.yaml': 'lyncFederation: 1\nserver: { product: lync-2013 }\nmode: 1\n',
    '.lync-federation.yaml': `rules:\n  ${JSON.stringify(words)}: off\npersona: ${JSON.stringify(words)}\n`,
  });
}

const asOf = ['--as-of', '2014-07-01'];

function* elementsOf(element: Element): Iterable<Element> {
  yield element;
  for (const child of element.children) yield* elementsOf(child);
}

/** Everything that a run says is safe to show, and no line of it is a command of a build log. */
function expectSafe({ stdout, stderr }: Outcome): void {
  for (const text of [stdout.replaceAll('\r\n', '\n'), stderr]) {
    expect(steering(text)).toEqual([]);
    expect(text.split('\n').filter((line) => /^\s*::\w/.test(line))).toEqual([]);
  }
  expect(stderr).not.toContain('internal error');
}

/** All texts in the data, by the keys that hold them. */
function* told(data: unknown, key = ''): Iterable<readonly [key: string, text: string]> {
  if (typeof data === 'string') yield [key, data];
  else if (Array.isArray(data)) for (const one of data) yield* told(one, key);
  else if (typeof data === 'object' && data !== null)
    for (const [name, one] of Object.entries(data)) yield* told(one, name);
}

/** What repairs write is no text for people. */
function withoutContents(data: unknown): unknown {
  const contents = ['insertedContent', 'suggestions', 'edits'];
  return JSON.parse(JSON.stringify(data, (key, value) => (contents.includes(key) ? undefined : value)));
}

/** What a table of Markdown is made of. */
const TABLE = /^<\/?(?:table|thead|tbody|t[rhd])>$/;

describe.each(TURNS)('hostile words, from number %i on, stay text', (turn) => {
  const cwd = folder(turn);
  const run = async (...args: readonly string[]) => {
    const said = await cli(args, { cwd });
    // What a command refuses to begin with says nothing of what it shows.
    expect(said.code, said.stderr).not.toBe(2);
    return said;
  };
  const check = (format: string, ...files: readonly string[]) =>
    run('check', '--persona', 'auditor', ...asOf, '--format', format, ...files);

  it('in the report for people', async () => {
    const said = await check('text', '.');
    expectSafe(said);
    expect(said.stdout).toContain('every.lync.yaml');
  });

  it('in annotations of GitHub', async () => {
    const { stdout } = await check('github', 'every.lync.yaml');
    expect(readGithub(stdout).length).toBeGreaterThan(10);
    expect(steering(stdout)).toEqual([]);
  });

  it('in a table of Markdown', async () => {
    const said = await check('markdown', 'every.lync.yaml');
    expectSafe(said);
    expect(live(said.stdout).filter((tag) => !TABLE.test(tag))).toEqual([]);
    expect(said.stdout.split('\n').filter((line) => /^\| /.test(line)).length).toBeGreaterThan(10);
  });

  it('in JUnit', async () => {
    const said = await check('junit', 'behind.lync.yaml');
    expectSafe(said);
    const { children } = await readJunit(said.stdout);
    expect(children.map(({ attributes }) => attributes.name)).toContain('behind.lync.yaml');
  });

  it.each([
    ['json', 'behind', readJson],
    ['sarif', 'every', readSarif],
    ['gitlab', 'behind', readGitlab],
    ['rdjson', 'every', readRdjson],
  ] as const)('in %s', async (format, spec, read) => {
    const said = await check(format, `${spec}.lync.yaml`);
    expectSafe(said);
    const data = withoutContents(read(said.stdout));
    // reviewdog, GitLab and GitHub show these as Markdown.
    const shown = [...told(data)].filter(([key]) => ['message', 'body', 'description'].includes(key));
    for (const [, text] of shown) expect(live(text), text).toEqual([]);
    // SARIF has links and places to fill of its own.
    const messages = format === 'sarif' ? [...told(data)].filter(([key]) => key === 'text') : [];
    for (const [, text] of messages) expect(text).not.toMatch(/(?<!\\)\]\(|(?<!\{)\{\d+\}(?!\})/);
  });

  it('in what is to be repaired', async () => {
    const said = await run('fix', '--review', '--dry-run', ...asOf, 'behind.lync.yaml');
    expectSafe(said);
  });

  it('in the days on which the verdict changes', async () => {
    expectSafe(await run('timeline', 'every.lync.yaml'));
  });

  it('in a map', async () => {
    const names = (text: string) => [...new Set([...text.matchAll(/<([a-z]+)/g)].map(([, name]) => name))].toSorted();
    const map = async (format: string, input = readFileSync(join(cwd, 'behind.lync.yaml'), 'utf8')) => {
      const said = await cli(['map', '-', '--format', format, ...asOf], { input });
      expectSafe(said);
      return said.stdout;
    };
    expect(readXml(await map('svg')).name).toBe('svg');
    const plain = names(await map('html', specOf(EVERY_KEY, '')));
    expect(names(await map('html')).filter((name) => !plain.includes(name))).toEqual([]);
    expect(readMermaid(await map('mermaid')).stations.length).toBeGreaterThan(5);
  });

  it('in a report', async () => {
    const input = readFileSync(join(cwd, 'planned.lync.yaml'), 'utf8');
    const report = async (format: string) => {
      const said = await cli(['report', '-', '--format', format, '--live', join(cwd, 'live.json'), ...asOf], { input });
      expectSafe(said);
      return said.stdout;
    };
    const known =
      /^(?:html|head|meta|title|style|body|header|h[1-3]|table|caption|thead|tbody|t[rhd]|code|pre|br|nav|ol|ul|li|a|main|section|p|figure|svg|g|path|rect|text|circle)$/;
    const page = await report('html');
    const all = [...elementsOf(readXml(page))];
    expect(all.filter(({ name }) => !known.test(name))).toEqual([]);
    expect(
      all
        .flatMap(({ attributes: { href } }) => href ?? [])
        .filter((to) => !/^(?:#|https:\/\/(?!.*example\.com))/.test(to)),
    ).toEqual([]);
    const tags = live(await report('md'));
    expect(
      tags.filter(
        (tag) =>
          !/^<\/?(?:h[12]|table|thead|tbody|t[rhd]|pre|code class="language-(?:powershell|mermaid)"|ol start="\d+")>$/.test(
            tag,
          ),
      ),
    ).toEqual([]);
  });

  it('in a baseline, and in what is said of it', async () => {
    expectSafe(await run('baseline', 'update', ...asOf, 'every.lync.yaml'));
    expect(steering(readFileSync(join(cwd, '.lync-federation.baseline.json'), 'utf8'))).toEqual([]);
    expectSafe(await run('check', '--baseline', '.lync-federation.baseline.json', ...asOf, 'every.lync.yaml'));
  });

  it.each(['text', 'json'])('in the drift as %s', async (format) => {
    expectSafe(await run('drift', '--format', format, '--live', 'live.json', 'planned.lync.yaml'));
  });

  it('in what is imported, and in what is said of it', async () => {
    expectSafe(await run('import', 'live.json'));
  });

  it('in what was repaired', async () => {
    expectSafe(await run('fix', '--review', ...asOf, 'planned.lync.yaml'));
  });
});

describe.each(SAYABLE)('%j stays text', (words) => {
  const live = { Identity: 'fabrikam.com', Domain: 'fabrikam.com', Comment: `was ${words}` };
  const cwd = workspace({
    'planned.lync.yaml': specOf(
      replaced(PLANNED, FREE, () => words),
      words,
    ),
    'live.json': JSON.stringify({ version: 1, objects: { CsAllowedDomain: [live] } }),
  });

  it.each(['text', 'json', 'dns', 'ps1', 'dsc', 'graph'])('in the plan as %s', async (format) => {
    for (const given of [[], ['--live', 'live.json']]) {
      const said = await cli(['plan', ...asOf, '--force', '--format', format, ...given, 'planned.lync.yaml'], { cwd });
      expect(said.code, said.stderr).toBe(0);
      expectSafe(said);
    }
  });
});

describe.each(HOSTILE)('%j stays text', (words) => {
  const cwd = namedFolder(words);
  const run = (...args: readonly string[]) => cli(args, { cwd });

  it.each(['text', 'github', 'junit', 'json', 'sarif', 'gitlab', 'rdjson'])(
    'as the name of a file, and in the project file, as %s',
    async (format) => {
      const said = await run('check', ...asOf, '--format', format, named(words));
      if (format === 'github') expect(steering(said.stdout)).toEqual([]);
      else expectSafe(said);
    },
  );

  it('as the name of a file that is repaired, looked ahead in, and put into a baseline', async () => {
    expectSafe(await run('timeline', named(words)));
    expectSafe(await run('fix', '--review', '--dry-run', ...asOf, named(words)));
    expectSafe(await run('baseline', 'update', ...asOf, named(words)));
    expect(steering(readFileSync(join(cwd, '.lync-federation.baseline.json'), 'utf8'))).toEqual([]);
    expectSafe(await run('fix', '--review', ...asOf, named(words)));
  });

  it('in what is explained', async () => {
    expectSafe(await run('explain', '--spec', 'plain.lync.yaml', words));
    expectSafe(await run('explain', words));
  });

  it('in complaints', async () => {
    expectSafe(await run(words));
    expectSafe(await run('check', `./${words.replaceAll('\0', '')}`));
    expectSafe(await run('check', '--rule', `${words}=off`, 'plain.lync.yaml'));
    expectSafe(await run('check', '--format', words, 'plain.lync.yaml'));
  });
});
