import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, workspace } from './cli.ts';

const CERTIFICATES = join(import.meta.dirname, '../plan/formats/certificate');
const read = (name: string) => readFileSync(join(CERTIFICATES, name));

/** What is wrong with a spec whose only certificate is a file, as `rule: message`, beside these files. */
async function found(
  file: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  more = '',
): Promise<readonly string[]> {
  const cwd = workspace({ ...files, 'specs/a.lync.yaml': spec(file, more) });
  return foundIn(cwd);
}

interface Report {
  readonly files: readonly { readonly problems: readonly { readonly rule: string; readonly message: string }[] }[];
}

async function foundIn(cwd: string): Promise<readonly string[]> {
  const { stdout, stderr } = await cli(['check', '--format', 'json', 'specs/a.lync.yaml'], { cwd });
  expect(stderr).toBe('');
  const { files }: Report = JSON.parse(stdout);
  return files.flatMap(({ problems }) => problems).map(({ rule, message }) => `${rule}: ${message}`);
}

function spec(file: string, more = ''): string {
  const entry = `  - { name: access-edge, file: ${JSON.stringify(file)}${more} }\n`;
  return `lyncFederation: 1\nasOf: 2027-01-01\nserver: { product: sfb-se }\ncertificates:\n${entry}`;
}

/** The bytes that are written as Base64 in the first block of a file. */
function der(name: string): Buffer {
  const [, body = ''] = /-----BEGIN [^-]+-----([^-]+)/.exec(read(name).toString()) ?? [];
  return Buffer.from(body, 'base64');
}

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const encrypted = { cipher: 'aes-256-cbc', passphrase: 'example' };
const PEM = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

describe('the file of a certificate', () => {
  it.each([
    ['access-edge.pem', read('access-edge.pem')],
    ['access-edge.cer', der('access-edge.pem')],
    ['chain.p7b', read('chain.p7b')],
    ['chain-in-bytes.p7b', der('chain.p7b')],
    ['with attributes.txt', read('with-attributes.txt')],
    ['windows.pem', Buffer.from(`\ufeff${read('access-edge.pem').toString().replaceAll('\n', '\r\n')}`)],
    ['utf-16.pem', Buffer.from(`\ufeff${read('access-edge.pem').toString()}`, 'utf16le')],
  ])('is read and compared: %s', async (name, bytes) => {
    const files = { [`specs/certificates/${name}`]: bytes };
    expect(await found(`certificates/${name}`, files)).toEqual([]);
    expect(await found(`certificates\\${name}`, files, ', notAfter: 2027-03-31')).toEqual([
      expect.stringMatching(/^certificate-differs-from-file: `notAfter` .* `2027-03-31` here and `2027-03-30` in /),
    ]);
  });

  it('of which others follow is that of the server, whatever comes first', async () => {
    const chain = read('chain.crt').toString();
    const blocks = chain.match(/-----BEGIN[\s\S]*?-----END CERTIFICATE-----\n/g) ?? [];
    expect(blocks.length).toBeGreaterThan(1);
    for (const text of [chain, blocks.toReversed().join('')])
      expect(await found('chain.crt', { 'specs/chain.crt': text })).toEqual([
        expect.stringMatching(/^certificate-wildcard: .*`\*\.fabrikam\.com`/),
      ]);
  });

  it.each([
    ['is not there', 'missing.pem', /is not there/],
    ['lies outside', '../outside.pem', /leads out of the folder/],
    ['lies elsewhere', '/etc/ssl/cert.pem', /leads out of the folder/],
    ['lies outside by a path of Windows', '..\\outside.pem', /leads out of the folder/],
    ['is a folder', '.', /cannot be read/],
    ['is empty', 'empty.pem', /holds no certificate/],
    ['is damaged', 'damaged.pem', /holds no certificate/],
    ['is a request', 'request.pem', /holds no certificate/],
    ['is text', 'words.pem', /holds no certificate/],
    ['lies in a file', 'words.pem/a.pem', /is not there/],
  ])('that %s is a finding', async (_, name, message) => {
    const files = {
      'outside.pem': read('access-edge.pem'),
      'specs/empty.pem': '',
      'specs/damaged.pem': read('damaged.pem'),
      'specs/request.pem': '-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n-----END CERTIFICATE REQUEST-----\n',
      'specs/words.pem': 'words',
    };
    const [problem = '', ...others] = await found(name, files);
    expect(others).toEqual([]);
    expect(problem).toMatch(/^certificate-file-unusable: /);
    expect(problem).toMatch(message);
  });

  it('is read up to a megabyte', async () => {
    const cwd = workspace({ 'specs/a.lync.yaml': spec('large.pem') });
    copyFileSync(join(CERTIFICATES, 'access-edge.pem'), join(cwd, 'specs/large.pem'));
    writeFileSync(join(cwd, 'specs/large.pem'), `${read('access-edge.pem').toString()}${'\n'.repeat(1_000_000)}`);
    expect(await foundIn(cwd)).toEqual([]);
    truncateSync(join(cwd, 'specs/large.pem'), 1024 * 1024 + 1);
    expect(await foundIn(cwd)).toEqual([expect.stringContaining('too large')]);
  });

  it.skipIf(process.platform === 'win32')('is not read where a link leads out of the folder', async () => {
    const cwd = workspace({ 'specs/a.lync.yaml': spec('link.pem'), 'outside/a.pem': read('access-edge.pem') });
    symlinkSync('../outside/a.pem', join(cwd, 'specs/link.pem'));
    expect(await foundIn(cwd)).toEqual([expect.stringContaining('leads out of the folder')]);
    writeFileSync(join(cwd, 'specs/a.lync.yaml'), spec('folder/a.pem'));
    symlinkSync('../outside', join(cwd, 'specs/folder'));
    expect(await foundIn(cwd)).toEqual([expect.stringContaining('leads out of the folder')]);
    mkdirSync(join(cwd, 'specs/own'));
    writeFileSync(join(cwd, 'specs/own/a.pem'), read('access-edge.pem'));
    writeFileSync(join(cwd, 'specs/a.lync.yaml'), spec('inside.pem'));
    symlinkSync('own/a.pem', join(cwd, 'specs/inside.pem'));
    expect(await foundIn(cwd)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('is not waited for where it is a pipe', async () => {
    const cwd = workspace({ 'specs/a.lync.yaml': spec('pipe.pem') });
    execFileSync('mkfifo', [join(cwd, 'specs/pipe.pem')]);
    expect(await foundIn(cwd)).toEqual([expect.stringContaining('cannot be read')]);
  });

  it('is not looked at for a spec from standard input, which lies nowhere, nor where a placeholder stands', async () => {
    const { code } = await cli(['check', '-'], { input: spec('missing.pem') });
    expect(code).toBe(0);
    const problems = await found('<path of the certificate>', {});
    expect(problems.map((problem) => problem.replace(/:.*/, ''))).toEqual(['placeholder-left']);
  });
});

describe('a private key', () => {
  it.each([
    ['beside a certificate', Buffer.from(`${read('access-edge.pem').toString()}${PEM}`)],
    ['as PEM', Buffer.from(PEM)],
    ['as PEM, encrypted', Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem', ...encrypted }))],
    ['as PEM of its kind', Buffer.from(privateKey.export({ type: 'sec1', format: 'pem' }))],
    ['in UTF-16', Buffer.from(`\ufeff${PEM}`, 'utf16le')],
    ['as PKCS #8', privateKey.export({ type: 'pkcs8', format: 'der' })],
    ['as PKCS #8, encrypted', privateKey.export({ type: 'pkcs8', format: 'der', ...encrypted })],
    ['as SEC 1', privateKey.export({ type: 'sec1', format: 'der' })],
    [
      'as PKCS #1',
      generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'der' }),
    ],
  ])('is refused, and not shown: %s', async (_, bytes) => {
    const cwd = workspace({ 'specs/a.lync.yaml': spec('key.pem', ', notAfter: 2014-01-01'), 'specs/key.pem': bytes });
    const { stdout } = await cli(['check', 'specs'], { cwd });
    expect(stdout).toContain('error[certificate-file-unusable]: `key.pem` holds a private key');
    expect(stdout).not.toContain('certificate-differs-from-file');
    expect(stdout).not.toContain(PEM.split('\n')[1]);
  });

  it('is refused by import, too, where it is no text', async () => {
    const cwd = workspace({ 'key.der': privateKey.export({ type: 'pkcs8', format: 'der' }) });
    const { code, stderr } = await cli(['import', 'key.der'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('Nobody but its server needs the key');
  });
});

it('what the file says is taken over by fix, and everything is well then', async () => {
  const cwd = workspace({
    'specs/a.lync.yaml': spec(
      'access-edge.pem',
      ', subjectAlternativeNames: [av.contoso.com], signatureAlgorithm: sha1',
    ),
    'specs/access-edge.pem': read('access-edge.pem'),
  });
  await cli(['fix', '--review', 'specs'], { cwd });
  const text = readFileSync(join(cwd, 'specs/a.lync.yaml'), 'utf8');
  expect(text).toContain('sip.contoso.com, webcon.contoso.com');
  expect(text).toContain('signatureAlgorithm: sha256');
  expect(await foundIn(cwd)).toEqual([]);
});
