import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect } from 'vitest';
import { SERVER_COMMANDS } from '../../protocol/commands.ts';
import { requests } from '../../server/src/lsp/requests/index.ts';
import { bundle, Client, PULLING, VSCODE } from '../lsp/client.ts';
import { Audit, type Deeds } from './audit.ts';
import { chapter } from './page.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'lync-federation-security-')));
const ran = join(root, 'ran');
const SPEC = `lyncFederation: 1
server: { product: lync-2013 }
certificates:
  - name: elsewhere
    file: ../outside/secret.cer
  - name: access-edge
    file: edge.cer
domains:
  allowed:
    - domain: fabrikam.com
cmdlets:
  - Set-Content -Path ${ran} -Value x
  - New-CsAllowedDomain -Identity litwareinc.com; & touch ${ran}
`;
const CAPTURE = '{ "version": 1, "objects": { "CsAllowedDomain": [] } }';
const SCRIPT = `. ../outside/more.ps1\nImport-Module ../outside/more.psm1\nSet-Content ${ran} x\nNew-CsAllowedDomain -Identity a.example\n`;

/** What lies in the workspace to be read. */
const OURS = [
  'contoso.lync.yaml',
  'specs/b.lync.yaml',
  'specs/old/plain.yaml',
  'specs/old/.lync-federation.yaml',
  'specs/setup.ps1',
  'specs/functions.psm1',
  'live.json',
  'edge.cer',
  '.lync-federation.yaml',
  '.editorconfig',
];
/** What else lies there, and around it. */
const OTHERS = [
  'workspace/plain.yaml',
  'workspace/notes.txt',
  'workspace/data.json',
  'workspace/node_modules/a/a.lync.yaml',
  'workspace/.hidden/a.lync.yaml',
  'workspace/.git/a.lync.yaml',
  'outside/secret.yaml',
  'outside/secret.cer',
  'outside/live.json',
  'outside/more.ps1',
  'outside/more.psm1',
  'neighbour.lync.yaml',
];
const workspace = join(root, 'workspace');
const spec = pathToFileURL(join(workspace, 'contoso.lync.yaml')).href;

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

for (const name of OTHERS) write(join(root, name), SPEC);
for (const name of OURS) write(join(workspace, name), /\.ps/.test(name) ? SCRIPT : SPEC);
write(join(workspace, 'live.json'), CAPTURE);
write(join(workspace, '.lync-federation.yaml'), 'languages: [lync-federation, powershell]\n');
write(join(root, '.editorconfig'), '[*]\nindent_size = 2\n');
write(join(root, 'workspace/.editorconfig'), '[*.yaml]\nindent_size = 2\n');
write(join(workspace, 'specs/old/.lync-federation.yaml'), 'include: [plain.yaml]\n');

let server: string;
let deeds: Deeds;

/** A server that is asked for everything there is, about a spec and a script, with a capture that the settings name. */
async function session(capture: string): Promise<Deeds> {
  const audit = new Audit();
  const client = await Client.connected(server, PULLING, {
    settings: { capture },
    workspaceFolders: [{ uri: pathToFileURL(workspace).href, name: 'workspace' }],
    env: { ...process.env, ...audit.env },
  });
  await client.pullWorkspace();
  for (const [uri, text, languageId] of [
    [spec, SPEC, 'lync-federation'],
    [pathToFileURL(join(workspace, 'specs/setup.ps1')).href, SCRIPT, 'powershell'],
  ] as const) {
    const textDocument = { uri, text, languageId, version: 1 };
    await client.connection.sendNotification('textDocument/didOpen', { textDocument });
    await askAll(client, uri, text);
  }
  client.kill();
  await client.exited;
  return audit.deeds;
}

async function askAll(client: Client, uri: string, text: string): Promise<void> {
  const lines = text.split('\n');
  for (const [line, { length }] of lines.entries()) {
    const range = { start: { line, character: 0 }, end: { line, character: length } };
    const position = { line, character: Math.max(length - 3, 0) };
    const about = {
      ...{ textDocument: { uri }, range, ranges: [range], position, positions: [position] },
      context: { diagnostics: [], triggerKind: 1, includeDeclaration: true },
      ...{ options: { tabSize: 2, insertSpaces: true }, ch: '\n', newName: 'other.example', query: '' },
      item: { name: 'fabrikam.com', kind: 1, uri, range, selectionRange: range, data: {} },
    };
    // Some of them have nothing to say of some lines.
    for (const { method } of requests)
      if (method !== 'workspace/diagnostic') await client.ask({ method }, about).catch(() => null);
  }
  await client.execute(SERVER_COMMANDS.insertCmdlets, uri).catch(() => null);
  await client.execute(SERVER_COMMANDS.setAsOf, uri, '2014-07-01').catch(() => null);
}

/** The files of the user that were read or looked at: not the program itself, not Node, and no folders. */
function files({ read }: Deeds): readonly string[] {
  const program = dirname(server);
  return read.filter(
    (path) => !path.startsWith(program) && !(existsSync(path) && statSync(path).isDirectory()) && path !== server,
  );
}

const SOUGHT = /\.(?:ya?ml|ps1|psm1)$/i;
const GOVERNING = /[\\/]\.(?:editorconfig|lync-federation\.ya?ml)$/;

beforeAll(async () => {
  server = await bundle();
  deeds = await session('live.json');
}, 120_000);

chapter('The language server', {
  'It makes no network connection, takes none, and looks up no name.': () => {
    expect(deeds.network).toEqual([]);
  },

  'It starts no other program and no thread.': () => {
    expect(deeds.started).toEqual([]);
  },

  'It runs no command of a spec or script: they are text to it.': () => {
    expect(existsSync(ran)).toBe(false);
    expect(deeds.started).toEqual([]);
  },

  'It writes no file but its own compiled code: what is to be changed it tells the editor.': () => {
    expect(deeds.written).toEqual([]);
  },

  'In the folders of the workspace it reads PowerShell scripts, and YAML files with the name of a spec or that a project file includes, but none in `node_modules` or in a folder whose name begins with a dot.':
    () => {
      const sought = files(deeds).filter((path) => SOUGHT.test(path) && !GOVERNING.test(path));
      const wanted = OURS.filter((name) => SOUGHT.test(name) && !GOVERNING.test(`/${name}`));
      expect(sought.toSorted()).toEqual(wanted.map((name) => join(workspace, name)).toSorted());
    },

  'Around a document it looks for a project file and for `.editorconfig`, in its folder and in those above.': () => {
    const folders = files(deeds).flatMap((path) => (GOVERNING.test(path) ? dirname(path) : []));
    const around = (path: string): readonly string[] =>
      dirname(path) === path ? [path] : [path, ...around(dirname(path))];
    const wanted = OURS.flatMap((name) => around(dirname(join(workspace, name))));
    expect([...new Set(folders)].toSorted()).toEqual([...new Set(wanted)].toSorted());
  },

  'It reads the capture that the setting `lyncFederation.capture` names.': () => {
    expect(files(deeds)).toContain(join(workspace, 'live.json'));
  },

  'It reads what a spec names as the `file` of a certificate, in the folder of the spec and below it, up to 1 MB: neither `..` nor a link leads elsewhere, and of a private key nothing is shown.':
    async () => {
      expect(files(deeds)).toContain(join(workspace, 'edge.cer'));
      expect(files(deeds)).not.toContain(join(root, 'outside/secret.cer'));
      const key = '-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n';
      const inside = join(root, 'certificates/inside');
      write(join(root, 'certificates/away.cer'), key);
      write(join(inside, 'key.cer'), key);
      write(join(inside, 'large.cer'), key + ' '.repeat(1024 * 1024));
      symlinkSync('../away.cer', join(inside, 'link.cer'));
      const names = ['../away.cer', 'link.cer', 'key.cer', 'large.cer'];
      const entries = names.map((name, i) => `  - { name: c${i}, file: ${name} }\n`).join('');
      const audit = new Audit();
      const client = await Client.connected(server, VSCODE, { env: { ...process.env, ...audit.env } });
      const uri = pathToFileURL(join(inside, 'a.lync.yaml')).href;
      const { diagnostics } = await client.open(uri, `lyncFederation: 1\ncertificates:\n${entries}`);
      client.kill();
      await client.exited;
      const told = diagnostics.filter(({ code }) => code === 'certificate-file-unusable').map(({ message }) => message);
      expect(told).toEqual([
        expect.stringContaining('leads out'),
        expect.stringContaining('leads out'),
        expect.stringContaining('holds a private key'),
        expect.stringContaining('too large'),
      ]);
      expect(JSON.stringify([client.published, client.log])).not.toContain('c2VjcmV0');
      expect(audit.deeds.read).not.toContain(join(root, 'certificates/away.cer'));
    },

  'It reads what specs extend, in the folders of the workspace, the folder of the spec, that of the project file, and below these: neither `..` nor a link leads elsewhere, and in a workspace that is not trusted nothing is read.':
    async () => {
      const inside = join(root, 'extending/inside');
      write(join(root, 'extending/away.txt'), 'away: 1\n');
      write(join(inside, 'shared.txt'), 'domains: { allowed: [fabrikam.com] }\n');
      symlinkSync('../away.txt', join(inside, 'link.txt'));
      const uri = pathToFileURL(join(inside, 'a.lync.yaml')).href;
      const names = ['shared.txt', 'link.txt', '../away.txt', join(root, 'extending/away.txt')];
      const text = `lyncFederation: 1\nextends: ${JSON.stringify(names)}\n`;
      const opened = async (settings: object) => {
        const audit = new Audit();
        const env = { ...process.env, ...audit.env };
        const client = await Client.connected(server, VSCODE, { env, settings });
        const { diagnostics } = await client.open(uri, text);
        client.kill();
        await client.exited;
        const told = diagnostics.filter(({ code }) => code === 'extended-file-unusable');
        return { told: told.map(({ message }) => message), read: audit.deeds.read };
      };
      const { told, read } = await opened({});
      expect(told).toEqual([
        expect.stringContaining('`link.txt` lies outside'),
        expect.stringContaining('`../away.txt` lies outside'),
        expect.stringContaining('is no path relative to this file'),
      ]);
      expect(read).toContain(join(inside, 'shared.txt'));
      expect(read).not.toContain(join(root, 'extending/away.txt'));
      const untrusted = await opened({ trusted: false });
      expect(untrusted.told).toHaveLength(4);
      expect(untrusted.read).not.toContain(join(inside, 'shared.txt'));
    },

  'Beside that, and beside its own program, it reads no file.': () => {
    const others = files(deeds).filter((path) => !SOUGHT.test(path) && !GOVERNING.test(path));
    // Each spec has the capture and the certificate of its own folder.
    expect(new Set(others.map((path) => basename(path)))).toEqual(new Set(['live.json', 'edge.cer']));
    expect([...new Set(others.filter((path) => existsSync(path)))].toSorted()).toEqual(
      ['edge.cer', 'live.json'].map((name) => join(workspace, name)),
    );
  },

  'Of a link in the workspace that leads to a file outside it looks where that is, and does not read it, unless your own settings name a capture by the whole path of that link.':
    async () => {
      const inside = join(root, 'linked/inside');
      write(join(inside, 'a.lync.yaml'), SPEC);
      write(join(root, 'linked/away.yaml'), `mistake: 1\n${SPEC}`);
      write(join(root, 'linked/live.json'), CAPTURE);
      symlinkSync('../away.yaml', join(inside, 'link.lync.yaml'));
      symlinkSync('../live.json', join(inside, 'link.json'));
      symlinkSync('..', join(inside, 'folder'));
      expect(await problems(inside, 'link.json')).toEqual(['a.lync.yaml']);
      expect(await problems(inside, join(inside, 'link.json'))).toEqual(['a.lync.yaml', 'drift']);
      // The same files, were they no links.
      for (const [from, to] of [
        ['../away.yaml', 'link.lync.yaml'],
        ['../live.json', 'link.json'],
      ] as const) {
        rmSync(join(inside, to));
        cpSync(join(inside, from), join(inside, to));
      }
      expect(await problems(inside, 'link.json')).toEqual(['a.lync.yaml', 'drift', 'link.lync.yaml']);
    },
});

/** The files of a workspace with problems, and whether a capture shows one. */
async function problems(folder: string, capture: string): Promise<readonly string[]> {
  const client = await Client.connected(server, PULLING, {
    settings: { capture },
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'folder' }],
  });
  const { items } = await client.pullWorkspace();
  // What is otherwise on the servers is told of a spec that is open.
  const uri = pathToFileURL(join(folder, 'a.lync.yaml')).href;
  const textDocument = { uri, text: SPEC, languageId: 'lync-federation', version: 1 };
  await client.connection.sendNotification('textDocument/didOpen', { textDocument });
  const report = await client.pull(uri);
  client.kill();
  const isDrift = report.kind === 'full' && report.items.some(({ code }) => code === 'drift');
  const wrong = items.flatMap((item) => (item.kind === 'full' && item.items.length > 0 ? basename(item.uri) : []));
  return [...wrong, ...(isDrift ? ['drift'] : [])].toSorted();
}
