import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { languageOf, textsFile } from '../../protocol/locale.ts';
import { languageServer } from '../../scripts/command-line.ts';
import { bundled } from '../bundles.ts';
import { Client, VSCODE } from '../lsp/client.ts';
import { inBrackets, pseudo } from './pseudo.ts';

const server = join(await bundled(languageServer, { name: 'server-in-brackets' }), 'server.js');
const texts = join(dirname(server), textsFile('ko'));
const URI = 'file:///contoso.lync.yaml';
let client: Client | undefined;

afterEach(() => client?.process.kill());

/** The first problem of a spec, as a server tells it to a client with that locale. */
async function told(locale: unknown, environment: NodeJS.ProcessEnv = {}): Promise<unknown> {
  client = await Client.connected(server, VSCODE, { env: { ...process.env, ...environment }, locale });
  const { diagnostics } = await client.open(URI, 'lyncFederation: 1\nservr: 1\n');
  return diagnostics[0]?.message;
}

describe('the server speaks the language of its client', () => {
  writeFileSync(texts, JSON.stringify(pseudo()));
  const english = '`servr` is not a key of a federation spec, so it has no effect. Did you mean `server`?';

  const translated = inBrackets(english.replace('a federation spec', '{0}')).replace(
    '{0}',
    inBrackets('a federation spec'),
  );

  test.each(['ko', 'ko-KR', 'ko_KR', 'KO'])('in %s', async (locale) => {
    expect(await told(locale)).toBe(translated);
  });

  test.each([undefined, 'en', 'en-US', 'de', 'kok', '', null, 7])('in English for %s', async (locale) => {
    expect(await told(locale)).toBe(english);
  });

  test('whatever the machine of the server speaks', async () => {
    expect(await told('en', { LANG: 'ko_KR.UTF-8', LC_ALL: 'ko_KR.UTF-8' })).toBe(english);
  });
});

test('without the texts the server speaks English, and says so in its log', async () => {
  rmSync(texts);
  expect(await told('ko')).toMatch(/^`servr` is not a key/);
  expect(client?.log.join('\n')).toContain('reading the texts of ko failed');
});

test.each([
  ['ko', 'ko'],
  ['ko-KR', 'ko'],
  ['ko_KR.UTF-8', 'ko'],
  ['ko_KR.eucKR', 'ko'],
  ['ko_KR.UTF-8@x', 'ko'],
  ['KO', 'ko'],
  ['kok-IN', 'en'],
  ['C', 'en'],
  ['C.UTF-8', 'en'],
  ['POSIX', 'en'],
  ['', 'en'],
])('%s is the language %s', (tag, language) => {
  expect(languageOf(tag)).toBe(language);
});
