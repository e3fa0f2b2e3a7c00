import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cli, workspace } from './cli.ts';

const CERTIFICATES = join(import.meta.dirname, '../plan/formats/certificate');

/** The bytes that are written as Base64 in the first block of a file. */
function der(name: string): Buffer {
  const [, body = ''] = /-----BEGIN [^-]+-----([^-]+)/.exec(readFileSync(join(CERTIFICATES, name), 'utf8')) ?? [];
  return Buffer.from(body, 'base64');
}

it.each([
  ['access-edge.pem', 'access-edge.cer', 'file: access-edge.cer'],
  ['chain.p7b', 'chain.p7b', 'name: chain'],
])('%s as DER is read like the same as PEM', async (pem, name, has) => {
  const cwd = workspace({});
  writeFileSync(join(cwd, name), der(pem));
  const { code, stdout, stderr } = await cli(['import', name], { cwd });
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain(has);
  expect(stdout).toContain('subjectAlternativeNames: [sip.contoso.com, webcon.contoso.com]');
});

it('an archive of Export-CsConfiguration is known, and told what to take instead', async () => {
  const cwd = workspace({});
  // The first bytes of a ZIP file: a local header, and the name that follows it.
  const head = Buffer.from([0x50, 0x4b, 3, 4, ...new Array<number>(26).fill(0)]);
  writeFileSync(join(cwd, 'config.zip'), Buffer.concat([head, Buffer.from('DocItemSet.xml')]));
  const { code, stdout, stderr } = await cli(['import', 'config.zip'], { cwd });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('It looks like an archive of `Export-CsConfiguration`');
  expect(stderr).toContain('(Get-CsTopology -AsXml).OuterXml');
});

it.each([
  ['key.pem', ''],
  ['both.pem', readFileSync(join(CERTIFICATES, 'access-edge.pem'), 'utf8')],
])('a private key is refused and not shown: %s', async (name, certificate) => {
  const cwd = workspace({ [name]: `${certificate}-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n` });
  const { code, stdout, stderr } = await cli(['import', name], { cwd });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('Nobody but its server needs the key');
  expect(stderr).not.toContain('c2VjcmV0');
});

it('a certificate whose time cannot be read is none, and has no day of 1899', async () => {
  // The first time is a UTCTime (tag 0x17) of 13 letters; its seconds are taken for an offset's sign.
  const bytes = der('access-edge.pem');
  const time = bytes.indexOf(Buffer.from([0x17, 13]));
  bytes.write('+', time + 2 + 10);
  const cwd = workspace({});
  writeFileSync(join(cwd, 'edge.cer'), bytes);
  const { code, stderr } = await cli(['import', 'edge.cer'], { cwd });
  expect([code, stderr]).toEqual([
    1,
    'error: `edge.cer` is no certificate, whatever its first line says. Export it anew.\n',
  ]);
});

it.each([
  ['made.lync.yaml', 'file: certificates/edge.cer'],
  ['certificates/made.lync.yaml', 'file: edge.cer'],
  ['elsewhere/made.lync.yaml', undefined],
])('%s names the file of a certificate by the way from there', async (output, has) => {
  const cwd = workspace({ 'certificates/readme.md': '', 'elsewhere/readme.md': '' });
  writeFileSync(join(cwd, 'certificates/edge.cer'), der('access-edge.pem'));
  const { code } = await cli(['import', 'certificates/edge.cer', '--output', output], { cwd });
  expect(code).toBe(0);
  const made = readFileSync(join(cwd, output), 'utf8');
  expect(/^ +(file: .*)$/m.exec(made)?.[1]).toBe(has);
  expect(made).toContain('name: edge\n');
});
