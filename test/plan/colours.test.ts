import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

/** The grammar of plans, in the engine that VS Code has for it. */
async function grammar() {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(new Uint8Array(readFileSync(wasm)).buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () =>
      textmate.parseRawGrammar(readFileSync('syntaxes/lync-federation-plan.tmLanguage.json', 'utf8'), 'plan.json'),
  });
  const found = await registry.loadGrammar('text.lync-federation-plan');
  if (found === null) throw new Error('there is no grammar');
  return found;
}

it('each line of a plan has the colour of what it does, and commands have theirs', async () => {
  const plan = await grammar();
  const lines = readFileSync('test/plan/golden/plan.live.txt', 'utf8').split('\n');
  const scope = (line: string) => plan.tokenizeLine(line, null).tokens.map(({ scopes }) => scopes.at(-1));
  const first = (pattern: RegExp) => scope(lines.find((line) => pattern.test(line)) ?? '')[0];
  expect([first(/^\+ /), first(/^- /), first(/^~ /)]).toEqual(
    ['inserted', 'deleted', 'changed'].map((what) => `markup.${what}.lync-federation-plan`),
  );
  expect([scope('-/+ a')[0], scope('! a')[0], scope('words')[0]]).toEqual([
    'markup.changed.lync-federation-plan',
    'invalid.deprecated.lync-federation-plan',
    'text.lync-federation-plan',
  ]);
  const command = scope("    Set-CsAllowedDomain -Identity 'a b' -Comment x -Enabled $true");
  expect(command.map((one) => one?.replace('.lync-federation-plan', ''))).toEqual([
    ...['text', 'support.function', 'text', 'variable.parameter', 'text', 'string.quoted', 'text'],
    ...['variable.parameter', 'text', 'variable.parameter', 'text', 'constant.language'],
  ]);
});
