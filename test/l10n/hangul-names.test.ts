import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type MapAnswer, METHODS, type PlanAnswer, type StartAnswer } from '../../protocol/methods.ts';
import { cli, workspace } from '../cli/cli.ts';
import { bundle, Client, VSCODE } from '../lsp/client.ts';

// A home folder of Korean Windows, and the names as macOS takes them apart.
const FORMS = ['NFC', 'NFD'] as const;

const TEXT = `lyncFederation: 1
asOf: 2014-07-01
server: { product: lync-2013 }
domains:
  allowed: [fabrikam.com, fabrikam.com]
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true }
dns:
  srv:
    - { name: _sipfederationtls._tcp.fabrikam.com., port: 5061, target: sip.fabrikam.com }
certificates:
  - { name: 인증서, file: 인증서.pem }
`;
const HELD = JSON.stringify({
  version: 1,
  objects: { CsAllowedDomain: [{ Identity: 'litwareinc.com', Domain: 'litwareinc.com', Comment: '협력사' }] },
});

describe.each(FORMS)('names in Hangul, %s,', (form) => {
  const named = (name: string) => name.normalize(form);
  const spec = named('문서/콘토소.lync.yaml');
  const text = named(TEXT); // a name leads to a file that is written alike
  const capture = named('문서/캡처.json');
  const certificate = named('문서/인증서.pem');
  const here = () =>
    workspace({
      [spec]: text,
      [capture]: HELD,
      [certificate]: readFileSync('test/plan/formats/certificate/access-edge.pem'),
    });

  it('are those of files that are checked, found and repaired', async () => {
    const cwd = here();
    const { stdout } = await cli(['check', spec, '--format', 'json'], { cwd });
    const { files } = JSON.parse(stdout);
    expect(files.map(({ path }: { readonly path: string }) => path)).toEqual([spec]);
    expect((await cli(['check', spec], { cwd })).stdout).toContain(`--> ${spec}:`);
    expect((await cli(['check', named('문서')], { cwd })).stdout).toContain(`--> ${spec}:`);
    expect((await cli(['check', named('문서/콘*.lync.yaml')], { cwd })).stdout).toContain(`--> ${spec}:`);
    expect(stdout).not.toContain('certificate-file-unusable');
    expect((await cli(['fix', '--review', spec], { cwd })).stderr).not.toMatch(/error/);
    expect(readFileSync(join(cwd, spec), 'utf8')).not.toBe(text);
  });

  it('are those of files that are imported, drawn and planned', async () => {
    const cwd = here();
    const script = named('변경.ps1');
    const output = named('가져온.lync.yaml');
    expect((await cli(['import', capture, '--output', output], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, output), 'utf8')).toContain(`# Imported from ${capture}`);
    expect((await cli(['map', output, '--output', named('지도.svg')], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, named('지도.svg')), 'utf8')).toContain('litwareinc.com');
    const planned = await cli(['plan', spec, '--live', capture, '--force', '--format', 'ps1', '--output', script], {
      cwd,
    });
    expect(planned.code).toBe(0);
    // Windows PowerShell of Korean Windows reads what has no mark as CP949.
    expect([...readFileSync(join(cwd, script)).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(readFileSync(join(cwd, script), 'utf8')).toContain('New-CsAllowedDomain');
  });

  describe('are those of documents', () => {
    let server: string;
    beforeAll(async () => {
      server = await bundle();
    });

    it('that are judged, planned, drawn and started', async () => {
      const cwd = here();
      const uri = pathToFileURL(join(cwd, spec)).href;
      const client = await Client.connected(server, VSCODE, { settings: { capture: named('캡처.json') } });
      try {
        const { diagnostics } = await client.open(uri, text);
        expect(diagnostics.map(({ code }) => code)).toContain('drift');
        expect(diagnostics.map(({ code }) => code)).not.toContain('certificate-file-unusable');
        const about = { textDocument: { uri } };
        const plan = await client.connection.sendRequest<PlanAnswer>(METHODS.plan, about);
        expect(plan?.lines.map(({ text }) => text).join('\n')).toContain('fabrikam.com');
        const map = await client.connection.sendRequest<MapAnswer>(METHODS.map, about);
        expect(map?.picture.order).toContain('partner fabrikam.com');
        const base64 = Buffer.from(HELD).toString('base64');
        const files = [{ name: capture, base64 }];
        const started = await client.connection.sendRequest<StartAnswer | null>(METHODS.startSpec, { files });
        expect(started?.spec).toContain(`# Imported from ${capture}`);
      } finally {
        client.kill();
      }
    });
  });
});
