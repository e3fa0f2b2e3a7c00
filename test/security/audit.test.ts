import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Audit, type Deeds } from './audit.ts';

/** A port of this machine at which nobody listens. */
const PORT = 45_999;

const NOTHING: Deeds = { read: [], written: [], started: [], network: [] };

async function deeds(program: string): Promise<Deeds> {
  const audit = new Audit();
  const file = join(mkdtempSync(join(tmpdir(), 'lync-federation-deed-')), 'deed.cjs');
  writeFileSync(file, program);
  const child = spawn(process.execPath, [file], { env: { ...process.env, ...audit.env }, stdio: 'pipe' });
  await once(child, 'close');
  return audit.deeds;
}

const here = join(tmpdir(), 'lync-federation-nothing-there');
const quoted = JSON.stringify(here);

it('nothing is seen of who does nothing', async () => {
  expect(await deeds(`process.stdin.resume(); process.stdout.write('words'); process.stdin.destroy();`)).toEqual(
    NOTHING,
  );
});

it.each([
  `fs.readFileSync(${quoted})`,
  `fs.promises.readFile(${quoted})`,
  `fs.createReadStream(${quoted})`,
  `fs.readdir(${quoted}, () => {})`,
  `fs.promises.stat(${quoted})`,
  `fs.existsSync(${quoted})`,
])('who reads is seen: %s', async (program) => {
  expect(await deeds(`const fs = require('fs'); ${program}`)).toEqual({ ...NOTHING, read: [here] });
});

it.each([
  `fs.unlinkSync(${quoted})`,
  `fs.promises.rmdir(${quoted})`,
  `fs.createWriteStream(${JSON.stringify(join(here, 'x'))})`,
])('who writes is seen: %s', async (program) => {
  expect((await deeds(`const fs = require('fs'); ${program}`)).written).toHaveLength(1);
});

it.each([
  `require('child_process').spawn('none')`,
  `require('child_process').execSync('exit')`,
  `require('child_process').fork(${quoted})`,
  `new (require('worker_threads').Worker)('1', { eval: true })`,
])('who starts something is seen: %s', async (program) => {
  expect((await deeds(program)).started).not.toEqual([]);
});

it.each([
  `fetch('http://127.0.0.1:${PORT}/')`,
  `new WebSocket('ws://127.0.0.1:${PORT}/')`,
  `require('net').connect(${PORT}, '127.0.0.1')`,
  `require('net').connect(${quoted})`,
  `require('net').createServer().listen(0).close()`,
  `require('tls').connect(${PORT}, '127.0.0.1')`,
  `require('http2').connect('http://127.0.0.1:${PORT}')`,
  `require('https').get('https://127.0.0.1:${PORT}/')`,
  `require('dgram').createSocket('udp4').close()`,
  `require('dns').lookup('localhost', () => {})`,
  `require('dns').resolve('localhost', () => {})`,
])('who goes to a network is seen: %s', async (program) => {
  expect((await deeds(program)).network).not.toEqual([]);
});
