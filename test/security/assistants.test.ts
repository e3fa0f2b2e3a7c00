import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client as Assistant } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, expect } from 'vitest';
import { METHODS } from '../../protocol/methods.ts';
import { tools } from '../../server/src/assist/tools.ts';
import { about, type Given, usual } from '../assist/asked.ts';
import { bundle, FAULTY } from '../cli/cli.ts';
import { Client, bundle as languageServer, VSCODE } from '../lsp/client.ts';
import { Audit, type Deeds } from './audit.ts';
import { chapter } from './page.ts';

const home = mkdtempSync(join(tmpdir(), 'assistants-'));
const folder = join(home, 'specs');
const secret = join(home, 'secret.lync.yaml');
/** Where the link leads. */
const linked = join(home, 'linked.lync.yaml');
const link = join(folder, 'link.lync.yaml');
const ELSEWHERE = ['../secret.lync.yaml', secret, 'link.lync.yaml', '../none.lync.yaml', join(home, 'none.lync.yaml')];

const SOUND = `lyncFederation: 1
asOf: 2014-07-02
server: { product: lync-2013 }
domains: { sip: [contoso.com], allowed: [fabrikam.com] }
`;
const GOOD: Given = {
  ...{ files: ['a.lync.yaml'], spec: 'a.lync.yaml', name: 'fabrikam.com' },
  ...{ captures: ['capture.json'], traces: ['trace.txt'] },
};

const answers: string[] = [];
const refusals = new Map<string, string>();
let deeds: Deeds;
let inEditor: readonly string[] = [];

/** Every tool is asked about what lies in the folder, then about what lies elsewhere. */
beforeAll(async () => {
  mkdirSync(folder);
  writeFileSync(secret, FAULTY);
  writeFileSync(join(home, '.lync-federation.yaml'), 'asOf: 2000-01-01\n');
  writeFileSync(join(folder, 'a.lync.yaml'), SOUND);
  writeFileSync(join(folder, 'b.lync.yaml'), `${FAULTY}certificates:\n  - { name: x, file: ../secret.lync.yaml }\n`);
  writeFileSync(join(folder, 'capture.json'), readFileSync('test/plan/captures/contoso.json'));
  writeFileSync(join(folder, 'trace.txt'), readFileSync('test/diagnose/traces/client.UccApilog'));
  writeFileSync(linked, `${FAULTY}domains:\n  allowed: [hidden..example, hidden.example]\n`);
  symlinkSync(linked, link);
  const audit = new Audit();
  const client = new Assistant({ name: 'test', version: '1' });
  const env = { PATH: process.env.PATH ?? '', ...audit.env };
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [bundle, 'mcp', folder], cwd: home, env }),
  );
  const ask = async (name: string, given: Given) =>
    JSON.stringify(await client.callTool({ name, arguments: { ...given } }));
  for (const tool of tools) answers.push(await ask(tool.name, usual(tool, GOOD)));
  for (const file of ELSEWHERE)
    for (const [tool, given] of about(file, GOOD))
      refusals.set(`${tool} ${JSON.stringify(given)}`, (await ask(tool, given)).replaceAll(file, 'FILE'));
  answers.push(await ask('check', {}));
  await client.close();
  deeds = audit.deeds;
  inEditor = await askedInEditor();
}, 60_000);

/** What the language server answers about files elsewhere. */
async function askedInEditor(): Promise<readonly string[]> {
  const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'specs' }];
  const client = await Client.connected(await languageServer(), VSCODE, { workspaceFolders });
  const asked = [...ELSEWHERE, pathToFileURL(secret).href, `${pathToFileURL(folder).href}/%2e%2e/secret.lync.yaml`];
  const texts: string[] = [];
  for (const file of asked)
    for (const [tool, input] of about(file, GOOD))
      texts.push(JSON.stringify(await client.connection.sendRequest(METHODS.assist, { tool, input })));
  client.kill();
  return texts;
}

afterAll(() => {
  rmSync(home, { recursive: true });
});

chapter('Assistants', {
  '`mcp` speaks over standard input and output alone, writes no file, runs nothing, and makes no network connection.':
    () => {
      expect(answers).toHaveLength(tools.length + 1);
      expect(answers.filter((text) => text.includes('"isError":true'))).toEqual([]);
      expect(deeds.network).toEqual([]);
      expect(deeds.started).toEqual([]);
      expect(readdirSync(folder).toSorted()).toEqual([
        'a.lync.yaml',
        'b.lync.yaml',
        'capture.json',
        'link.lync.yaml',
        'trace.txt',
      ]);
      expect(deeds.written.filter((path) => path.startsWith(home))).toEqual([]);
    },

  'It reads specs, scripts, captures and traces in the folders that you name, else in those that the client names, else in the working directory, with the project files and certificates in there; `..` leads nowhere else.':
    () => {
      for (const [what, text] of refusals) expect(text, what).toContain('lies outside of what may be looked at');
      const read = deeds.read.filter((path) => path.startsWith(home) && !path.startsWith(folder));
      expect(read.filter((path) => path !== home && path !== linked)).toEqual([]);
    },

  'Of a link that leads to a file outside it looks where that is, and tells nothing of what stands there.': () => {
    expect([...answers, ...refusals.values(), ...inEditor].join('\n')).not.toContain('hidden.example');
  },

  'What is said of a file outside does not tell whether it is there.': () => {
    const there = [...refusals].filter(([what]) => what.includes('secret')).map(([, text]) => text);
    const absent = [...refusals].filter(([what]) => what.includes('none')).map(([, text]) => text);
    expect(new Set([...there, ...absent]).size).toBe(1);
  },

  'In VS Code the tools see the documents that are open and the files in the folders of the workspace, and no other file.':
    () => {
      for (const text of inEditor) {
        expect(text).toContain('"isError":true');
        expect(text).not.toContain('retired-provider');
      }
    },

  'An answer names no user that a trace names.': () => {
    const users = readFileSync(join(folder, 'trace.txt'), 'utf8').match(/\bsip:[\w.-]+@[\w.-]+/g) ?? [];
    expect(users.length).toBeGreaterThan(0);
    for (const user of users) expect(answers.join('\n')).not.toContain(user.slice('sip:'.length));
  },
});
