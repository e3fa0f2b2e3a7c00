import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { expect } from 'vitest';
import { pageOf } from '../../client/src/map-page.ts';
import manifest from '../../package.json' with { type: 'json' };
import { chapter } from './page.ts';

/** What the files of the extension import, beside each other and what client and server both say; and their texts. */
async function own(entry: string): Promise<{ readonly imports: readonly string[]; readonly text: string }> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    metafile: true,
    write: false,
    packages: 'external',
    platform: 'node',
  });
  const files = Object.entries(metafile.inputs);
  const imports = files.flatMap(([, file]) => file.imports.filter(({ external }) => external).map(({ path }) => path));
  return {
    imports: [...new Set(imports)].toSorted(),
    text: files.map(([path]) => readFileSync(path, 'utf8')).join('\n'),
  };
}

/** What Node and browsers have without an import, to load, connect or start something. */
const GLOBALS =
  /\b(?:fetch|XMLHttpRequest|WebSocket|WebTransport|EventSource|sendBeacon|importScripts|require|eval|Function)\s*\(|\bnew (?:XMLHttpRequest|WebSocket|WebTransport|EventSource|Function)\b|\bimport\((?!'\.\/[a-z-]+\.ts'\))/;

/**
 * What of the interface of VS Code leads out of the window: addresses, terminals, other programs, and reports on its users. Whether a
 * workspace is trusted may be asked; to trust texts may not.
 */
const OUTWARD =
  /\b(?:openExternal|createTerminal|ShellExecution|createTelemetryLogger|registerWebview\w+|authentication\b|(?<!workspace\.)isTrusted|supportHtml)/;

const suite = readFileSync('test/vscode/suite/security.test.ts', 'utf8');

/** A sentence that is tested in a real VS Code, by `npm run test:vscode`. */
function inVsCode(sentence: string): Readonly<Record<string, () => void>> {
  return {
    [sentence]: () => expect(suite).toContain(`test(${JSON.stringify(sentence).replaceAll('"', "'")}, `),
  };
}

chapter('The extension', {
  'Its own code has no other tools than those of VS Code and of its client for language servers: no module of Node, and no request of its own.':
    async () => {
      const desktop = await own('client/src/node.ts');
      expect(desktop.imports).toEqual(['vscode', 'vscode-languageclient', 'vscode-languageclient/node']);
      expect(desktop.text).not.toMatch(GLOBALS);
      const web = await own('client/src/browser.ts');
      expect(web.imports).toEqual(['vscode', 'vscode-languageclient', 'vscode-languageclient/browser']);
      expect(web.text).not.toMatch(GLOBALS);
    },

  'It sends no telemetry, and opens no address and no terminal.': async () => {
    for (const entry of ['client/src/node.ts', 'client/src/browser.ts'])
      expect((await own(entry)).text).not.toMatch(OUTWARD);
    expect(Object.keys(manifest)).not.toContain('aiKey');
  },

  'Its one page, the federation map, may run its own script and nothing else, and asks for nothing beside that: what a spec says is text there.':
    async () => {
      const { text } = await own('client/src/node.ts');
      expect(text.match(/\bcreateWebviewPanel\b/g)).toEqual(['createWebviewPanel']);
      expect(text.match(/\.html = .*/g)).toEqual([expect.stringContaining('pageOf({ ...answer.page, script')]);
      const page = pageOf({ body: '<main></main>', style: 'a {}', script: 'https://own/map.js', language: 'en' });
      const [, nonce] = /'nonce-([^']*)'/.exec(page) ?? [];
      expect(page).toContain(`content="default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'"`);
      expect(page.match(/<(?:script|style|link|img|iframe)\b[^>]*>/g)).toEqual([
        `<style nonce="${nonce}">`,
        `<script nonce="${nonce}" src="https://own/map.js">`,
      ]);
      expect(pageOf({ body: '', style: '', script: '', language: 'en' })).not.toContain(nonce);
      expect((await own('view/src/map.ts')).text).not.toMatch(GLOBALS);
      expect((await own('view/src/map.ts')).text).not.toMatch(
        /\b(?:innerHTML|outerHTML =|insertAdjacentHTML|document\.write)\b/,
      );
    },

  'It writes a file only where you save a plan, a report or the collector, and none in restricted mode.': async () => {
    for (const entry of ['client/src/node.ts', 'client/src/browser.ts'])
      expect((await own(entry)).text.match(/\bfs\.(?:writeFile|delete|rename|copy)\b/g)).toEqual(['fs.writeFile']);
    const save = readFileSync('client/src/save.ts', 'utf8');
    expect(save).toMatch(
      /^async function saveFile\(.*\n {2}if \(!\(await mayWrite\(\)\)\) return;\n(?:.*\n)*?.*fs\.writeFile/m,
    );
  },

  'It reads a trace only where you choose it, so in restricted mode, too, and hands its text to the language server alone, which keeps of it what failed, until you dismiss that.':
    async () => {
      const { text } = await own('client/src/node.ts');
      // Who reads files is handed their addresses, and a trace has those of a menu or of the dialog.
      expect(text.match(/\bfs\.readFile\b/g)).toEqual(['fs.readFile', 'fs.readFile']);
      expect(text.match(/\breadFile\(/g)).toHaveLength(5);
      // The other one is of the extension itself.
      const pages = readFileSync('client/src/rule-pages.ts', 'utf8');
      expect(pages).toContain("this.#folder = Uri.joinPath(extension, 'dist');");
      expect(pages).toContain('fs.readFile(Uri.joinPath(this.#folder, pagesFile(');
      expect(text).toContain('const bytes = await readFile(uri, LARGEST_TRACE);');
      expect(text.match(/\bdiagnoses\.show\(.*/g)).toEqual(['diagnoses.show(spec, traces);']);
      expect(readFileSync('client/src/commands.ts', 'utf8')).toMatch(
        /selected = filesIn\(given\[0\]\) \?\? selectedIn\(given\);(?:.*\n)*? +: await window\.showOpenDialog\((?:.*\n)*?.*diagnoses\.show\(spec, traces\)/,
      );
      const diagnose = readFileSync('client/src/diagnose.ts', 'utf8');
      expect(diagnose.match(/sendRequest<\w+>\(METHODS\.\w+/g)?.map((one) => one.split('.')[1])).toEqual([
        'dismissDiagnosis',
        'trace',
        'dismissDiagnosis',
        'diagnosis',
      ]);
    },

  'The task `verify` keeps what was answered in the folder that VS Code has for the extension, and changes a spec only where you have it take over what was seen, and not in restricted mode.':
    async () => {
      const { text } = await own('client/src/node.ts');
      expect(text.match(/\bcreateDirectory\(\w*\)/g)).toEqual(['createDirectory(storage)']);
      expect(text).toContain('storage: context.storageUri ?? context.globalStorageUri');
      expect(text.match(/'--take-over[^']*'/g)).toEqual(["'--take-over-at'"]);
      expect(readFileSync('client/src/take-over.ts', 'utf8')).toMatch(
        /if \(.*!\(await mayWrite\(\)\)\) return;\n(?:.*\n)*?.*'--take-over-at'/,
      );
      expect((await own('client/src/browser.ts')).text).not.toContain('createDirectory');
    },

  ...inVsCode(
    'It starts one program by itself, its language server, once the window has a spec or a script with a cmdlet of ours.',
  ),

  'It starts its command line as the task `check`, when you run that task, and as the task `verify`, when you run *Verify against DNS and TLS…*, which asks first whom to ask, and is off in restricted mode and in the web.':
    async () => {
      const { text } = await own('client/src/node.ts');
      expect(text.match(/\bnew \w+Execution\b/g)).toEqual(['new ProcessExecution', 'new ProcessExecution']);
      expect(text).toContain("new ProcessExecution(process.execPath, [cli, 'check', ...given]");
      expect(text).toContain("new ProcessExecution(process.execPath, [cli, 'verify', ...words]");
      const verify = readFileSync('client/src/verify.ts', 'utf8');
      expect(verify).toMatch(
        /=> \{\n {4}if \(!\(await mayDo\(.*\)\)\) return;\n(?:.*\n)*?.*await askForServers(?:.*\n)*?.*await run\(/,
      );
      expect((await own('client/src/browser.ts')).text).not.toMatch(/\bnew \w+Execution\b/);
    },
});
