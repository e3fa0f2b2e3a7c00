import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  DocumentDiagnosticRequest,
  type FullDocumentDiagnosticReport,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { writeNpmPackage } from '../../scripts/npm-package.ts';
import { PATIENCE } from '../runs.ts';
import { faults, followed, recipe } from './container.ts';

// What is packed for npm, as those have it who install it: in an empty folder, with no network.

const root = mkdtempSync(join(tmpdir(), 'lync-federation-npm-'));
const home = join(root, 'home');
const installed = join(home, 'node_modules/lync-federation');
const spec = readFileSync('examples/lync-skype-2015.lync.yaml', 'utf8');
const [, EXAMPLE = '', PRINTED = ''] =
  /^```js\n([\s\S]*?)^```\n\n```text\n([\s\S]*?)^```$/m.exec(readFileSync('docs/library.md', 'utf8')) ?? [];

/** The Node of the tests, and the older ones that the set-up has installed. */
const OLDER = '.vscode-test/nodes/node_modules';
const nodes = [
  process.execPath,
  ...(existsSync(OLDER) ? readdirSync(OLDER) : []).flatMap((name) =>
    [`${OLDER}/${name}/bin/node`, `${OLDER}/${name}/bin/node.exe`].filter((file) => existsSync(file)),
  ),
].map((file) => [execFileSync(file, ['--version'], { encoding: 'utf8' }).trim(), resolve(file)] as const);

let packed: { readonly filename: string; readonly size: number; readonly entryCount: number };

beforeAll(async () => {
  await writeNpmPackage(join(root, 'package'));
  [packed] = JSON.parse(npm(['pack', './package', '--json'], root));
  mkdirSync(home);
  writeFileSync(join(home, 'contoso.lync.yaml'), spec);
  npm(['install', join(root, packed.filename), '--offline', '--no-audit', '--no-fund'], home);
  writeFileSync(join(home, 'example.mjs'), EXAMPLE);
}, PATIENCE);
afterAll(() => rmSync(root, { recursive: true }));

describe('the package', () => {
  it('is small', () => {
    expect(packed.size).toBeLessThan(1_500_000);
    expect(packed.entryCount).toBeLessThan(300);
  });

  it('has a manifest that runs nothing, needs nothing and knows no editor', () => {
    const { exports, ...manifest } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    expect(Object.keys(manifest).toSorted()).toEqual(
      ['name', 'version', 'description', 'keywords', 'homepage', 'bugs', 'repository']
        .concat(['license', 'type', 'bin', 'files', 'engines'])
        .toSorted(),
    );
    expect(manifest.description).toMatch(/^[A-Z].*\.$/);
    expect(manifest.engines).toEqual({ node: '>=20' });
    for (const file of [...Object.values(exports['.']), manifest.bin['lync-federation']])
      expect(existsSync(join(installed, String(file))), String(file)).toBe(true);
  });

  it('is a command for npx', () => {
    expect(npm(['exec', '--offline', '--', 'lync-federation', 'check', 'contoso.lync.yaml'], home)).toMatch(
      /2 warnings in 1 file/,
    );
  });
});

describe.skipIf(process.platform === 'win32')('the container image', () => {
  it('has a recipe in which a linter finds nothing, of a small base, for a user without rights', () => {
    expect(faults).toEqual([]);
    expect(recipe.map(([keyword]) => keyword)).toEqual(['FROM', 'ADD', 'RUN', 'USER', 'WORKDIR', 'ENTRYPOINT', 'CMD']);
    expect(new Map(recipe).get('FROM')).toBe('docker.io/library/node:24-alpine');
    expect(new Map(recipe).get('USER')).toBe('node');
  });

  it('checks the folder in which it starts', () => {
    const image = join(root, 'image');
    const [command = '', ...args] = followed(
      image,
      readdirSync(root).map((name) => join(root, name)),
    );
    const PATH = [join(image, 'usr/local/bin'), dirname(process.execPath), '/usr/bin'].join(':');
    expect(execFileSync(command, args, { cwd: home, encoding: 'utf8', env: { PATH } })).toMatch(/2 warnings in 1 file/);
  });
});

describe.each(nodes)('on Node %s', (version, node) => {
  const run = (args: readonly string[], input = '') =>
    execFileSync(node, args, { cwd: home, input, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  const bin = join(installed, 'dist/cli.js');

  it('the command line checks, also where the parser of PowerShell is asked', () => {
    const faulty = spec.replace('Remove-CsPublicProvider -Identity', "Remove-CsPublicProvider 'Identity");
    const report = JSON.parse(run([bin, 'check', '--format', 'json', '--rule', 'cmdlet-syntax=info', '-'], faulty));
    expect(report.files[0].problems.map(({ rule }: { readonly rule: string }) => rule)).toContain('cmdlet-syntax');
  });

  it('the language server judges a document', async () => {
    const server = spawn(node, [bin, 'lsp', '--stdio'], { cwd: home, stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdout, stdin } = server;
    const connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    connection.listen();
    const capabilities = { textDocument: { diagnostic: {} } };
    await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities });
    await connection.sendNotification('initialized', {});
    const textDocument = { uri: 'file:///contoso.lync.yaml', languageId: 'lync-federation', version: 1, text: spec };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    const asked = DocumentDiagnosticRequest.method;
    const { items }: FullDocumentDiagnosticReport = await connection.sendRequest(asked, { textDocument });
    expect(items.map(({ code }) => code)).toEqual(['missing-federation-srv', 'name-decoration-missing']);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await once(server, 'exit')).toEqual([0, null]);
  });

  it('CommonJS takes the library, and the example of docs/library.md prints what stands there', () => {
    const [major = 0, minor = 0] = version.slice(1).split('.').map(Number);
    const isNew = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
    const taken = isNew ? "Promise.resolve(require('lync-federation'))" : "import('lync-federation')";
    const code = `${taken}.then((all) => { console.log(Object.keys(all).join()); return import('./example.mjs'); })`;
    expect(run(['--eval', code])).toBe(`analyze,importSpec,plan,repair\n${PRINTED}`);
  });
});

describe('for TypeScript', () => {
  const options = { strict: true, noEmit: true, skipLibCheck: false, types: [], lib: ['lib.es2015.d.ts'] };
  const lines = [
    'import { analyze, type Problem, type Verdict } from "lync-federation";',
    'export const found: Promise<Verdict> = analyze("", { asOf: "2014-07-01", rules: { "srv-port": "off" } });',
    'export const rules = (all: readonly Problem[]): readonly string[] => all.map(({ rule }) => rule);',
    '// @ts-expect-error There is no such persona, and nothing here is any.',
    'void analyze("", { asOf: "2014-07-01", persona: "nobody" });',
  ];

  it.each([
    ['NodeNext', 'NodeNext', ['mts', 'cts']],
    ['ESNext', 'Bundler', ['ts']],
  ] as const)('%s and %s find the types', (module, resolution, kinds) => {
    const files = kinds.map((kind) => join(home, `used.${kind}`));
    for (const file of files) writeFileSync(file, lines.join('\n'));
    const moduleResolution = ts.ModuleResolutionKind[resolution];
    const program = ts.createProgram(files, { ...options, module: ts.ModuleKind[module], moduleResolution });
    expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText)).toEqual([]);
  });
});

function npm(args: readonly string[], cwd: string): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
}
