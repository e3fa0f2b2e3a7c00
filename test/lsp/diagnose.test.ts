import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Diagnostic } from 'vscode-languageserver-types';
import { type DiagnosisAnswer, METHODS, type TraceAnswer, type TraceParams } from '../../protocol/methods.ts';
import { Client, type Here, here } from './client.ts';

const SPEC = readFileSync('docs/diagnose/contoso.lync.yaml', 'utf8');
const TRACE = readFileSync('docs/diagnose/edge.log');
const uri = 'file:///specs/contoso.lync.yaml';
const textDocument = { uri };

let server: Here;
let client: Client;

beforeAll(async () => {
  server = await here();
});
afterEach(() => {
  client.kill();
});

async function opened(): Promise<void> {
  client = await Client.connected(server);
  await client.open(uri, SPEC);
}

/** Hands a trace over in pieces. */
async function read(bytes: Buffer, { name = 'edge.log', size = 1000, begins = 'all' as 'all' | 'file' } = {}) {
  let answer: TraceAnswer = null;
  for (let at = 0; at === 0 || at < bytes.length; at += size) {
    const params: TraceParams = {
      ...{ textDocument, name, base64: bytes.subarray(at, at + size).toString('base64') },
      ...(at === 0 && { begins }),
      ends: at + size >= bytes.length,
    };
    answer = await client.connection.sendRequest<TraceAnswer>(METHODS.trace, params);
  }
  return answer;
}

const ask = () => client.connection.sendRequest<DiagnosisAnswer>(METHODS.diagnosis, { textDocument });
const texts = async () => (await ask())?.lines.map(({ text }) => text) ?? [];
const findings = async () => ((await ask())?.findings ?? []).filter((one) => Diagnostic.is(one));

describe('a diagnosis', () => {
  it('tells what the command line tells, and leads to the lines of the spec', async () => {
    await opened();
    expect(await ask()).toBeNull();
    expect(await read(TRACE)).toEqual({ told: '`edge.log`: 65 lines, server-trace', isRead: true });
    const lines = (await ask())?.lines ?? [];
    expect(lines.slice(0, 4).map(({ text }) => text)).toEqual([
      '`edge.log`: 65 lines, server-trace',
      'The spec is judged as of 2015-11-04.',
      '',
      '`fabrikam.com`',
    ]);
    const page = readFileSync('docs/diagnose.md', 'utf8');
    const shown = lines.slice(3).filter(({ text }) => text.trim() !== '');
    for (const { text } of shown) expect(page).toContain(text.replace(/ \[[^\]]*\]$/, ''));
    const links = lines.flatMap(({ text, link }) => (link ? [[text.slice(link.start, link.end), link.to.line]] : []));
    expect(links).toEqual([
      ['contoso.lync.yaml:19:23', 18],
      ['contoso.lync.yaml:40:13', 39],
    ]);
  });

  it('finds on the spec what can be behind it, with a source of its own, until it is mended or dismissed', async () => {
    await opened();
    await read(TRACE);
    const [finding, ...others] = await findings();
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ source: 'lync-federation diagnosis', code: 'partner-srv-wrong-domain' });
    expect(finding?.range.start).toEqual({ line: 18, character: 22 });
    expect(finding?.message).toMatch(/It can be behind what a trace shows \(likely: Diagnostics 1009/);
    client.replace(uri, 'sip.fabrikam-edge.net', 'sip.fabrikam.com');
    expect(await findings()).toEqual([]);
    expect((await texts()).join('\n')).toContain('Nothing in the spec explains it.');
    await client.connection.sendRequest(METHODS.dismissDiagnosis, { textDocument });
    expect(await ask()).toBeNull();
  });

  it('is of all files that were read together, in any encoding', async () => {
    await opened();
    await read(Buffer.from(`\ufeff${TRACE}`, 'utf16le'), { size: 777 });
    const test = readFileSync('test/diagnose/traces/test.txt');
    expect(await read(test, { name: 'test.txt', begins: 'file' })).toMatchObject({ isRead: true });
    expect((await texts()).slice(0, 2).map((text) => text.split(':')[0])).toEqual(['`edge.log`', '`test.txt`']);
    await read(TRACE);
    expect((await texts())[1]).toBe('The spec is judged as of 2015-11-04.');
  });

  it('says what it cannot read, and how that becomes text', async () => {
    await opened();
    const refused = async (name: string, bytes = Buffer.from('ElfFile\0')) => (await read(bytes, { name }))?.told;
    expect(await refused('a.evtx')).toMatch(/^`a\.evtx` is an event log as Windows writes it down\. .*`wevtutil /);
    expect(await refused('a.ETL')).toMatch(/^`a\.ETL` is a trace as Windows writes it down\./);
    expect(await refused('a.log')).toMatch(/^`a\.log` is no trace that is known/);
    expect(await refused('empty.log', Buffer.alloc(0))).toMatch(/^`empty\.log` is no trace/);
    expect(await texts()).toContain('No failure that is known.');
  });

  it('names no person', async () => {
    await opened();
    await read(TRACE);
    expect(JSON.stringify(await ask())).not.toMatch(/amy|ben@|192\.0\.2\./);
  });

  it('is nothing beside what is no spec that is open', async () => {
    await opened();
    const params = {
      textDocument: { uri: 'file:///other.lync.yaml' },
      name: 'a',
      base64: '',
      begins: 'all',
      ends: true,
    };
    expect(await client.connection.sendRequest(METHODS.trace, params)).toBeNull();
  });
});
