import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bounded, MOST_DATA, MOST_TEXT } from '../../server/src/assist/answer.ts';
import { tools } from '../../server/src/assist/tools.ts';
import { inEnglish, say } from '../../server/src/text/message.ts';
import { bundle } from '../cli/cli.ts';
import { about, type Given, usual } from './asked.ts';

const AOL = `lyncFederation: 1
asOf: 2014-07-02
server: { product: lync-2013 }
providers:
  public:
    - identity: AOL
      enabled: true
`;
const SOUND = `lyncFederation: 1
asOf: 2014-07-02
server: { product: lync-2013 }
domains:
  sip: [contoso.com]
  allowed: [fabrikam.com, litwareinc.com]
`;
function numbered<T>(make: (i: number) => T): readonly T[] {
  return Array.from({ length: 600 }, (_, i) => make(i));
}

const GOOD: Given = {
  ...{ files: ['sound.lync.yaml'], spec: 'sound.lync.yaml', name: 'fabrikam.com' },
  ...{ captures: ['capture.json'], traces: ['trace.txt'] },
};
/** Much of all there is, and no error. */
const MUCH: Given = {
  ...{ files: ['much.lync.yaml'], spec: 'much.lync.yaml', name: 'p0.example' },
  ...{ captures: ['much.ps1'], traces: ['much.txt'] },
};
const MUCH_OF_ALL = `${SOUND.replace('[fabrikam.com, litwareinc.com]', `[${numbered((i) => `p${i}.example`)}]`)}certificates:
${numbered((i) => `  - { name: c${i}, subject: c${i}.contoso.com, notAfter: 2014-07-${10 + (i % 20)} }\n`).join('')}`;

const TRACE = readFileSync('test/diagnose/traces/test.txt', 'utf8');
const HOSTILE = 'evil](https://evil.example) <img src=x> \u001b[31m\u202e';

/** What steers a terminal or turns the direction of a line. */
const STEERING = /(?!\n)\p{Cc}|\p{Bidi_Control}/u;

const home = mkdtempSync(join(tmpdir(), 'assist-'));
const folder = join(home, 'specs');
const other = join(home, 'other');

const FILES: Readonly<Record<string, string>> = {
  'specs/aol.lync.yaml': AOL,
  'specs/sound.lync.yaml': SOUND,
  'specs/much.lync.yaml': MUCH_OF_ALL,
  'specs/much.ps1': numbered((i) => `New-CsAllowedDomain -Identity q${i}.a-domain-with-a-long-name.example\n`).join(''),
  'specs/much.txt': numbered((i) => TRACE.replaceAll('fabrikam', `q${i}`)).join('\n'),
  'specs/hostile.lync.yaml': `lyncFederation: 1\ndomains:\n  allowed: [${JSON.stringify(HOSTILE)}]\n`,
  'specs/capture.json': readFileSync('test/plan/captures/contoso.json', 'utf8'),
  'specs/trace.txt': TRACE,
  'shared/a.lync.yaml': `${SOUND}extends: [common/partners.yaml, ../other/secret.lync.yaml]\n`,
  'shared/b.lync.yaml': `${SOUND}extends: [common/partners.yaml]\n`,
  'shared/common/partners.yaml': 'domains:\n  allowed:\n    - contoso.com\n    - northwind.com\n',
  'other/secret.lync.yaml': AOL,
  '.lync-federation.yaml': 'rules: { retired-provider: off }\n',
};

const clients: Client[] = [];

/** Connects as an assistant does; it names folders where it has some. */
async function connected(args: readonly string[], roots?: readonly string[]): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' }, { capabilities: roots ? { roots: {} } : {} });
  if (roots)
    client.setRequestHandler('roots/list', () => ({
      roots: roots.map((path) => ({ uri: pathToFileURL(path).href })),
    }));
  const env = { PATH: process.env.PATH ?? '' };
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [bundle, 'mcp', ...args], cwd: home, env }),
  );
  clients.push(client);
  return client;
}

interface Answered {
  readonly text: string;
  readonly isError: boolean;
  readonly data: Readonly<Record<string, unknown>>;
}

async function ask(name: string, given: Given = {}, by = client): Promise<Answered> {
  const { content, structuredContent, isError = false } = await by.callTool({ name, arguments: { ...given } });
  const text = content.map((part) => (part.type === 'text' ? part.text : '')).join('\n');
  return { text, isError, data: Object(structuredContent) };
}

let client: Client;

beforeAll(async () => {
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(join(home, name, '..'), { recursive: true });
    writeFileSync(join(home, name), text);
  }
  symlinkSync(join(other, 'secret.lync.yaml'), join(folder, 'link.lync.yaml'));
  client = await connected([folder]);
  // From here on the library holds answers against what the list says of them.
  await client.listTools();
});

afterAll(async () => {
  for (const one of clients) await one.close();
  rmSync(home, { recursive: true });
});

describe('the list', () => {
  it('has every tool, each read-only, with what it takes and answers', async () => {
    const listed = (await client.listTools()).tools;
    expect(listed.map(({ name, title, description }) => ({ name, title, description }))).toEqual(
      tools.map(({ name, title, about }) => ({ name, title: inEnglish(title), description: inEnglish(about) })),
    );
    for (const { name, annotations, inputSchema, outputSchema } of listed) {
      expect(annotations, name).toEqual({
        ...{ readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
      });
      expect(Object.keys(Object(inputSchema.properties)), name).toEqual(
        Object.keys(tools.find((one) => one.name === name)?.takes ?? {}),
      );
      expect(outputSchema?.required, name).toContain('leftOut');
    }
  });

  it('is Korean where that is asked for, as are answers and errors', async () => {
    const korean = await connected([folder, '--locale', 'ko']);
    const [first] = (await korean.listTools()).tools;
    expect(first?.title).toBe('페더레이션 명세 검사');
    expect((await ask('check', { files: ['sound.lync.yaml'] }, korean)).text).toMatch(/[가-힣]/);
    expect((await ask('explain', { name: 'retired-provdier' }, korean)).text).toMatch(
      /알려진 것이 없습니다.*`retired-provider`/,
    );
  });
});

describe('the answers', () => {
  it('tell what is wrong, where, from which source, and how to repair it', async () => {
    const { text, data } = await ask('check', { files: ['aol.lync.yaml'] });
    expect(text).toContain('aol.lync.yaml:6:17: error[retired-provider]');
    expect(text).toContain('docs/rules/retired-provider.md');
    expect(data).toMatchObject({ files: [{ path: 'aol.lync.yaml', asOf: '2014-07-02' }], leftOut: 0 });
    const [problem] = Object(data.problems);
    expect(problem).toMatchObject({
      path: 'aol.lync.yaml',
      line: 6,
      column: 17,
      endColumn: 20,
      rule: 'retired-provider',
    });
    expect(problem.sources.length).toBeGreaterThan(0);
    expect(problem.fixes[0].edits[0]).toMatchObject({ line: expect.any(Number), newText: expect.any(String) });
  });

  it('are of another day where one is asked for', async () => {
    const { data } = await ask('check', { files: ['aol.lync.yaml'], asOf: '2013-01-01' });
    expect(Object(data.problems).map(({ rule }: { rule: string }) => rule)).not.toContain('retired-provider');
  });

  it('are of all specs where none is named, and of no link that leads elsewhere', async () => {
    const { data, text } = await ask('check');
    expect(Object(data.files).map(({ path }: { path: string }) => path)).toEqual(
      ['aol', 'hostile', 'much', 'sound'].map((name) => `${name}.lync.yaml`),
    );
    expect(text).toContain('is a link that leads elsewhere');
  });

  it('explain a rule with its page, a provider, a symptom and the way to a partner', async () => {
    const rule = await ask('explain', { name: 'retired-provider' });
    expect(rule.text).toContain('## ');
    expect(Object(rule.data.answers)[0].sources.length).toBeGreaterThan(1);
    expect((await ask('explain', { name: 'AOL', asOf: '2014-03-01' })).text).toContain('2014-06-30');
    expect((await ask('explain', { name: '1009' })).text).toContain('1009');
    const path = await ask('explain', { name: 'fabrikam.com', spec: 'sound.lync.yaml' });
    expect(Object(path.data.answers)[0]).toMatchObject({ partner: 'fabrikam.com', links: expect.any(Array) });
    expect(path.text).toContain('The chain, as of 2014-07-02');
  });

  it('follow the chain to a partner in each spec that names it', async () => {
    const { data } = await ask('explain', { name: 'fabrikam.com', asOf: '2014-09-01' });
    expect(data.answers).toMatchObject([
      { path: 'sound.lync.yaml', partner: 'fabrikam.com', named: true, asOf: '2014-09-01', links: expect.any(Array) },
    ]);
  });

  it('say of a domain that no list names which ones there are, and follow its chain all the same', async () => {
    const { text, data } = await ask('explain', { name: 'fabrikan.com', spec: 'sound.lync.yaml' });
    expect(text).toContain('names no partner `fabrikan.com`. There is: `fabrikam.com`, `litwareinc.com`');
    expect(data.answers).toMatchObject([{ partner: 'fabrikan.com', named: false, first: expect.any(String) }]);
  });

  it('plan all of a spec, and what differs from a capture', async () => {
    const whole = await ask('plan', { spec: 'sound.lync.yaml' });
    expect(whole.text).toContain('New-CsAllowedDomain');
    const live = await ask('plan', { spec: 'sound.lync.yaml', captures: ['capture.json'] });
    expect(live.isError).toBe(false);
    expect(live.text).not.toBe(whole.text);
    expect(await ask('plan', { spec: 'aol.lync.yaml' })).toMatchObject({ isError: true });
  });

  it('tell the days on which a verdict changes, and what ends next', async () => {
    const { data } = await ask('timeline', { spec: 'aol.lync.yaml', after: '2014-01-01' });
    expect(Object(data.days).map(({ date }: { date: string }) => date)).toContain('2014-07-01');
    const ends = await ask('upcoming', { files: ['aol.lync.yaml'], asOf: '2014-06-01', within: 60 });
    expect(Object(ends.data.endings)[0]).toMatchObject({ day: '2014-06-30', days: 29, line: 6, path: 'aol.lync.yaml' });
  });

  it('diagnose a trace, alone and beside a spec', async () => {
    const { data, text } = await ask('diagnose', { traces: ['trace.txt'], spec: 'sound.lync.yaml' });
    expect(Object(data.partners).length).toBeGreaterThan(0);
    expect(text).toMatch(/`trace\.txt:\d+`/);
    expect((await ask('diagnose', { traces: ['trace.txt'] })).isError).toBe(false);
  });

  it('make a spec of a capture, and write it nowhere', async () => {
    const { data } = await ask('import', { captures: ['capture.json'] });
    expect(Object(data.specs)[0].text).toContain('lyncFederation: 1');
  });

  it('draw a spec', async () => {
    expect((await ask('map', { spec: 'sound.lync.yaml', partner: 'fabrikam.com' })).text).toContain('flowchart LR');
  });
});

it('reads what specs extend, and tells each place in its own file', async () => {
  const by = await connected([join(home, 'shared')]);
  const { problems } = (await ask('check', {}, by)).data;
  const rules = [problems].flat().map((one) => [Reflect.get(Object(one), 'path'), Reflect.get(Object(one), 'rule')]);
  expect(rules.filter(([, rule]) => rule === 'own-domain-as-partner')).toEqual([
    ['common/partners.yaml', 'own-domain-as-partner'],
  ]);
  expect(rules).toContainEqual(['a.lync.yaml', 'extended-file-unusable']);
  const plan = await ask('plan', { spec: 'b.lync.yaml', asOf: '2014-07-02' }, by);
  expect(plan.text).toContain('+ CsAllowedDomain northwind.com (common/partners.yaml:4)');
});

describe('bounds', () => {
  /** On a map one station stands for many. */
  const WHOLE: readonly string[] = ['map'];

  it.each(tools.map((tool) => [tool.name, tool] as const))('%s leaves out what is too much', async (name, tool) => {
    const { text, data, isError } = await ask(name, usual(tool, MUCH));
    expect(isError).toBe(false);
    expect(text.length).toBeLessThan(MOST_TEXT + 1000);
    expect(JSON.stringify(data).length).toBeLessThan(MOST_DATA + 1000);
    const [shown, leftOut] = [Object(data[tool.list]).length, Number(data.leftOut)];
    if (leftOut > 0) expect(text).toContain(`Left out: ${leftOut} of ${shown + leftOut}.`);
    else expect(text.endsWith('…')).toBe(!WHOLE.includes(name));
  });

  it('hold for what stands beside the entries, too', () => {
    const data = { path: 'a', files: numbered((i) => `${i}.lync.yaml`.padStart(200)) };
    const head = numbered((i) => say`${'x'.repeat(3000)} ${i}`);
    const sent = bounded(
      { head, data, entries: [() => ({ text: 'the first', data: {} })], remedy: say`no` },
      'all',
      {},
    );
    expect([sent.text.length < MOST_TEXT, sent.text.endsWith('the first')]).toEqual([true, true]);
    expect(JSON.stringify(sent.data).length).toBeLessThan(MOST_DATA);
    const { files, ...others } = sent.data;
    expect(others).toEqual({ path: 'a', filesLeftOut: 600 - Object(files).length, all: [{}], leftOut: 0 });
  });
});

describe('what cannot be answered', () => {
  it.each([
    ['explain', { name: 'retired-provdier' }, '`retired-provider`'],
    ['explain', { name: 'fabrikan.com' }, '`fabrikam.com`'],
    ['explain', { name: 'fabrikam', spec: 'sound.lync.yaml' }, '`fabrikam.com`'],
    ['map', { spec: 'sound.lync.yaml', partner: 'litware.com' }, '`litwareinc.com`'],
    ['check', { files: ['soun.lync.yaml'] }, '`sound.lync.yaml`'],
    ['plan', { spec: 'sound.lync.yaml', captures: ['captur.json'] }, '`capture.json`'],
    ['check', { file: 'sound.lync.yaml' }, '`files`'],
  ])('%s %j is an error that says what there is', async (name, given, nearest) => {
    const { isError, text } = await ask(name, given);
    expect(isError).toBe(true);
    expect(text).toContain(`There is: ${nearest}`);
  });

  it.each([
    ['check', { files: 'sound.lync.yaml' }, '`files` takes a list of 1 to 100 texts.'],
    ['check', { files: [7] }, '`files` takes a text of 1 to 4000 characters.'],
    ['check', { asOf: '2014-02-30' }, '`asOf` takes a day of the calendar, such as `2014-07-01`.'],
    ['check', { persona: 'all' }, '`persona` takes one of `regular`, `pedantic`, `auditor`.'],
    ['upcoming', { within: 0.5 }, '`within` takes a whole number from 1 to 36500.'],
    ['plan', {}, 'The argument `spec` is needed: the path of the spec.'],
    ['diagnose', { traces: ['sound.lync.yaml'] }, '`sound.lync.yaml` is no trace that is known'],
  ])('%s %j is an error that says what is taken', async (name, given, why) => {
    const { isError, text } = await ask(name, given);
    expect(isError).toBe(true);
    expect(text).toContain(why);
  });

  it.each(['../other/secret.lync.yaml', join(other, 'secret.lync.yaml'), 'link.lync.yaml', '/etc/passwd'])(
    '%s lies outside',
    async (file) => {
      for (const [tool, given] of about(file, GOOD)) {
        const { isError, text } = await ask(tool, given);
        expect([isError, text.includes('lies outside of what may be looked at')], tool).toEqual([true, true]);
        expect(text).not.toContain('AOL');
      }
    },
  );

  it('a project file above the folders decides nothing', async () => {
    expect((await ask('check', { files: ['aol.lync.yaml'] })).text).toContain('retired-provider');
  });
});

it('keeps what stands in files text', async () => {
  const { text } = await ask('check', { files: ['hostile.lync.yaml'] });
  expect(text).toContain('evil');
  expect(text).not.toMatch(STEERING);
  const path = await ask('explain', { name: HOSTILE, spec: 'sound.lync.yaml' });
  expect(path.text).not.toMatch(STEERING);
});

it('looks where the client says, where no folder was given', async () => {
  const rooted = await connected([], [other]);
  expect(Object((await ask('check', {}, rooted)).data.files)).toMatchObject([{ path: 'secret.lync.yaml' }]);
  expect((await ask('check', { files: ['../specs/aol.lync.yaml'] }, rooted)).text).toContain('lies outside');
  const given = await connected([folder], [other]);
  expect((await ask('check', { files: [join(other, 'secret.lync.yaml')] }, given)).text).toContain('lies outside');
});
