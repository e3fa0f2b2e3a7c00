import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'vitest';
import { withOwnPaths, withTrust } from '../../client/src/own-paths.ts';
import manifest from '../../package.json' with { type: 'json' };
import project from '../../schemas/project.schema.json' with { type: 'json' };
import { analyze } from '../../server/src/analyze.ts';
import { bundle, Client, VSCODE } from '../lsp/client.ts';
import { chapter } from './page.ts';

const { untrustedWorkspaces } = manifest.capabilities;

interface Part {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly items?: Part;
  readonly properties?: Readonly<Record<string, Part>>;
  readonly additionalProperties?: unknown;
  readonly $ref?: string;
}

const shapes: Readonly<Record<string, Part>> = project.$defs;

/** The settings or keys whose value may be any text. */
function free(part: Part, name: string): readonly string[] {
  const shared = part.$ref && shapes[part.$ref.replace('#/$defs/', '')];
  if (shared) return free(shared, name);
  if (part.properties) {
    const others = part.additionalProperties === false ? [] : [`${name}.*`];
    return [...others, ...Object.entries(part.properties).flatMap(([key, below]) => free(below, `${name}.${key}`))];
  }
  if (part.items) return free(part.items, name);
  return part.type === 'boolean' || part.enum || part.pattern ? [] : [name];
}

const SPEC = 'lyncFederation: 1\nserver: { product: lync-2013 }\ndomains: { allowed: [fabrikam.com] }\n';
const CAPTURE = '{ "version": 1, "objects": { "CsAllowedDomain": [] } }';

/** How many lines a capture shows to be otherwise on the servers, in a workspace beside which another capture lies. */
async function drift(capture: string): Promise<number> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'lync-federation-security-')));
  mkdirSync(join(root, 'workspace/specs'), { recursive: true });
  for (const name of ['live.json', 'workspace/live.json']) writeFileSync(join(root, name), CAPTURE);
  if (process.platform !== 'win32') symlinkSync('../live.json', join(root, 'workspace/link.json'));
  const client = await Client.connected(await bundle(), VSCODE, {
    settings: { capture },
    workspaceFolders: [{ uri: pathToFileURL(join(root, 'workspace')).href, name: 'workspace' }],
  });
  const { diagnostics } = await client.open(pathToFileURL(join(root, 'workspace/specs/a.lync.yaml')).href, SPEC);
  client.kill();
  return diagnostics.filter(({ code }) => code === 'drift').length;
}

chapter('A workspace of strangers', {
  'In restricted mode the extension works as it does elsewhere, but for one setting: `lyncFederation.capture` of the workspace does not count.':
    () => {
      // Where it says `true`, VS Code takes the setting all the same; `test/vscode/restricted.ts` looks at a window.
      expect(untrustedWorkspaces.supported).toBe('limited');
      expect(untrustedWorkspaces.restrictedConfigurations).toEqual(['lyncFederation.capture']);
    },

  'Nor is looked there at what a spec names as the `file` of a certificate.': async () => {
    const spec = 'lyncFederation: 1\ncertificates:\n  - { name: access-edge, file: missing.cer }\n';
    const found = async (isTrusted: boolean) => {
      const client = await Client.connected(await bundle(), VSCODE, { settings: withTrust({}, isTrusted) });
      const { diagnostics } = await client.open(pathToFileURL(join(tmpdir(), 'a.lync.yaml')).href, spec);
      client.kill();
      return diagnostics.filter(({ code }) => code === 'certificate-file-unusable').length;
    };
    expect([await found(true), await found(false)]).toEqual([1, 0]);
  },

  'That is the only setting that names a file; the others are days, levels, products and switches.': () => {
    const settings: Readonly<Record<string, Part>> = manifest.contributes.configuration.properties;
    const named = Object.entries(settings).flatMap(([name, part]) => free(part, name));
    expect(named).toEqual(['lyncFederation.capture']);
  },

  'In any workspace a capture is named by its whole path in your own settings alone.': () => {
    for (const path of ['/a.json', 'C:\\a.json', '\\\\server\\a.json']) {
      expect(withOwnPaths({ capture: path }, undefined)).toEqual({ capture: '' });
      expect(withOwnPaths({ capture: path }, path)).toEqual({ capture: path });
    }
  },

  'One that is named by its way from the spec lies in the workspace, and no link makes it lie elsewhere.': async () => {
    expect(await drift('../live.json')).toBe(1);
    expect(await drift('../../live.json')).toBe(0);
    if (process.platform !== 'win32') expect(await drift('../link.json')).toBe(0);
  },

  'A project file says by which day, product and levels its folder is judged, for whom, which rules nobody suppresses, and which files of that folder a search finds: it names no file elsewhere, no program and no address.':
    () => {
      expect(Object.keys(project.properties)).toEqual([
        'asOf',
        'persona',
        'product',
        'rules',
        'overrides',
        'neverSuppress',
        'include',
        'exclude',
        'languages',
      ]);
      const { include: _i, exclude: _e, ...properties } = project.properties;
      expect(free({ additionalProperties: false, properties }, '')).toEqual([]);
      for (const pattern of ['../a', '/a', 'C:/a', '!a', 'a\\b'])
        expect(analyze(`include: [${JSON.stringify(pattern)}]\n`, { asOf: '', project: true }).problems).toHaveLength(
          1,
        );
      expect(analyze('include: [a/*.yaml]\n', { asOf: '', project: true }).problems).toEqual([]);
    },
});
