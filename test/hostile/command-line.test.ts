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
import { type Data, EVERY_KEY, HOSTILE, named, replaced, specOf, texts, type Way } from './values.ts';

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
};
const FREE: readonly Way[] = texts(PLANNED).filter((way) =>
  /comment|description|name|grantedTo|1,identity/.test(way.join()),
);

/** A folder with the words in every value, in names of files, and in a capture. */
function folder(words: string): string {
  const all = texts(EVERY_KEY);
  const object = { Identity: words, Comment: words, [words]: words, Description: words };
  return workspace({
    'every.lync.yaml': specOf(
      replaced(EVERY_KEY, all, () => words),
      words,
    ),
    'behind.lync.yaml': specOf(
      replaced(EVERY_KEY, all, (old) => `${old}${words}`),
      words,
    ),
    [named(words)]: 'lyncFederation: 1\nserver: { product: lync-2013 }\nmode: 1\n',
    'planned.lync.yaml': specOf(
      replaced(PLANNED, FREE, () => words),
      words,
    ),
    'live.json': JSON.stringify({
      version: 1,
      objects: { CsAllowedDomain: [object], CsBlockedDomain: [object], [words]: [object] },
    }),
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

describe.each(HOSTILE)('%j stays text', (words) => {
  const cwd = folder(words);
  const run = (...args: readonly string[]) => cli(args, { cwd });
  const check = (format: string, ...files: readonly string[]) =>
    run('check', '--persona', 'auditor', ...asOf, '--format', format, ...files, named(words));

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
    const said = await run('fix', '--review', '--dry-run', ...asOf, 'behind.lync.yaml', named(words));
    expectSafe(said);
  });

  it('in the days on which the verdict changes', async () => {
    expectSafe(await run('timeline', ...asOf, 'every.lync.yaml', named(words)));
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

  it('in what is explained', async () => {
    expectSafe(await run('explain', '--spec', 'every.lync.yaml', words));
    expectSafe(await run('explain', words));
  });

  it('in a baseline, and in what is said of it', async () => {
    expectSafe(await run('baseline', 'update', ...asOf, 'every.lync.yaml', named(words)));
    expect(steering(readFileSync(join(cwd, '.lync-federation.baseline.json'), 'utf8'))).toEqual([]);
    expectSafe(await run('check', '--baseline', '.lync-federation.baseline.json', ...asOf, 'every.lync.yaml'));
  });

  it.each(['text', 'json', 'dns', 'ps1', 'dsc', 'graph'])('in the plan as %s', async (format) => {
    expectSafe(await run('plan', ...asOf, '--format', format, 'planned.lync.yaml'));
    expectSafe(await run('plan', ...asOf, '--format', format, '--live', 'live.json', 'planned.lync.yaml'));
  });

  it.each(['text', 'json'])('in the drift as %s', async (format) => {
    expectSafe(await run('drift', '--format', format, '--live', 'live.json', 'planned.lync.yaml'));
  });

  it('in what is imported, and in what is said of it', async () => {
    expectSafe(await run('import', 'live.json'));
  });

  it('in what was repaired', async () => {
    expectSafe(await run('fix', '--review', ...asOf, 'planned.lync.yaml', named(words)));
  });

  it('in complaints', async () => {
    expectSafe(await run(words));
    expectSafe(await run('check', `./${words.replaceAll('\0', '')}`));
    expectSafe(await run('check', '--rule', `${words}=off`, 'every.lync.yaml'));
    expectSafe(await run('check', '--format', words, 'every.lync.yaml'));
  });
});
