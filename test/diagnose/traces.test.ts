import { createReadStream, globSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FailureCount } from '../../server/src/diagnose/failures.ts';
import { sidesOf } from '../../server/src/diagnose/sides.ts';
import { timeIn } from '../../server/src/diagnose/times.ts';
import { Trace } from '../../server/src/diagnose/trace.ts';
import { TraceFile } from '../../server/src/machine/trace-file.ts';
import { cli, program, workspace } from '../cli/cli.ts';

const SPEC = resolve('docs/diagnose/contoso.lync.yaml');

interface Cause {
  readonly id: string;
  readonly isInOrder: boolean;
  readonly entries: readonly { readonly rule: string | null; readonly likelihood: string; readonly line: number }[];
}

/** A line for each failure: partner, symptom, direction, judge, count, first time, and the first causes with their entries. */
async function told(file: string, ...more: readonly string[]): Promise<string> {
  const args = ['diagnose', resolve(file), '--spec', SPEC, '--format', 'json', ...more];
  const { stdout, stderr, code } = await cli(args);
  if (stdout === '') return `${basename(file)}: ${code} ${stderr.replaceAll(resolve('.'), '')}`;
  const { traces, partners } = JSON.parse(stdout);
  const lines = [`${basename(file)}: ${code} ${traces[0].formats.join(' ')}`];
  for (const { partner, failures } of partners)
    for (const { symptom, direction, judge, count, first, causes } of failures) {
      const why = causes.slice(0, 3).map(({ id, isInOrder, entries }: Cause) => {
        const found = entries.map(({ rule, likelihood, line }) => `${rule}@${line} ${likelihood}`);
        return `${id}${isInOrder ? ' (nothing wrong)' : ''}${found.length > 0 ? ` [${found.join(', ')}]` : ''}`;
      });
      lines.push(`  ${partner} ${symptom} ${direction} ${judge} ${count} ${first}: ${why.join(', ')}`);
    }
  return lines.join('\n');
}

it('reads what servers, clients and shells write', async () => {
  const all = [];
  for (const file of ['docs/diagnose/edge.log', ...globSync('test/diagnose/traces/*').toSorted()])
    all.push(await told(file));
  await expect(`${all.join('\n')}\n`).toMatchFileSnapshot('golden/traces.txt');
});

it('reads what is broken, cut, forged and wrongly written down', async () => {
  const all = [];
  for (const file of globSync('test/diagnose/broken/*').toSorted()) all.push(await told(file));
  await expect(`${all.join('\n')}\n`).toMatchFileSnapshot('golden/broken.txt');
});

it('reads each file alike in pieces of any size', () => {
  for (const file of globSync(['test/diagnose/traces/*', 'docs/diagnose/edge.log', 'test/diagnose/broken/*.log'])) {
    const text = readFileSync(file, 'utf8');
    const seen = (size: number) => {
      const found: object[] = [];
      const trace = new Trace((one) => found.push({ ...one, said: [...one.said] }));
      for (let at = 0; at < text.length; at += size) trace.read(text.slice(at, at + size));
      trace.end();
      return found;
    };
    const whole = seen(text.length + 1);
    expect(seen(1), file).toEqual(whole);
    expect(seen(7), file).toEqual(whole);
  }
});

describe('what is printed', () => {
  const names = /\b(?:amy|ben|eve|mallory|hello)\b|192\.0\.2\./i;

  it.each(['text', 'json', 'sarif'])('as %s names no person and steers no terminal', async (format) => {
    for (const file of globSync(['test/diagnose/traces/*', 'test/diagnose/broken/*', 'docs/diagnose/edge.log'])) {
      const { stdout, stderr } = await cli(['diagnose', resolve(file), '--spec', SPEC, '--format', format], {});
      expect(`${stdout}${stderr}`.replaceAll(resolve('.'), ''), file).not.toMatch(names);
      expect(stdout, file).not.toContain('\x1b');
    }
  });

  it('names users where that is asked for', async () => {
    const { stdout } = await cli(['diagnose', resolve('docs/diagnose/edge.log'), '--show-users']);
    expect(stdout).toContain('Users: `amy@contoso.com`, `ben@fabrikam.com`');
  });
});

it('answers for one partner, and takes a test that names none for it', async () => {
  expect(await told('docs/diagnose/edge.log', '--partner', 'LITWAREINC.com.')).toMatch(
    /^edge\.log: 1 server-trace\n {2}litwareinc\.com \S+ [^\n]*$/,
  );
  expect(await told('test/diagnose/traces/documented-test.txt', '--partner', 'fabrikam.com')).toContain(
    'fabrikam.com sip-504 out',
  );
});

it('says in SARIF, on the spec, what an entry can be behind', async () => {
  const { stdout } = await cli(['diagnose', resolve('docs/diagnose/edge.log'), '--spec', SPEC, '--format', 'sarif']);
  const [run] = JSON.parse(stdout).runs;
  expect(run.results.map((one: { ruleId: string }) => one.ruleId)).toEqual(['partner-srv-wrong-domain']);
  expect(run.results[0].message.text).toContain('likely: Diagnostics 1009 (SIP stack) with `fabrikam.com`, 2 times');
  expect(run.results[0].locations[0].physicalLocation.region.startLine).toBe(19);
});

it('is clean where nothing failed, and wrong use where nothing can be read', async () => {
  const cwd = workspace({
    'ok.txt': 'TargetFqdn : edge01.contoso.com\nResult     : Success\nError      :\n',
    'x.txt': 'nothing\n',
  });
  expect(await cli(['diagnose', 'ok.txt'], { cwd })).toEqual({
    code: 0,
    stdout: 'No failure that is known.\n',
    stderr: '`ok.txt`: 3 lines, shell-output\n',
  });
  expect((await cli(['diagnose', 'x.txt', 'none.txt', '.'], { cwd })).stderr).toMatch(
    /^error: `x\.txt` is no trace that is known: .*\nerror: There is no file or folder `none\.txt`\.\nerror: .* is a folder; name the traces in it\.\n$/,
  );
  const { stdout } = await cli(['diagnose', '-'], {
    cwd,
    input: 'SIP/2.0 504 Server time-out\nTo: <sip:a@fabrikam.com>\n',
  });
  expect(stdout).toContain('SIP response 504 Server time-out');
});

it('follows a dialog over its legs, and counts it once', () => {
  const count = new FailureCount(sidesOf(undefined));
  const trace = new Trace((one) => count.see(one, 'x'));
  trace.read(readFileSync('docs/diagnose/edge.log', 'utf8').repeat(3));
  trace.end();
  expect(count.all().map((one) => [one.partner, one.symptom.id, one.count])).toEqual([
    ['fabrikam.com', 'diagnostics-1009', 2],
    ['litwareinc.com', 'diagnostics-1047', 1],
  ]);
});

it.each([
  ['11/04/2015-08:15:02.118', '2015-11-04 08:15:02'],
  ['11/04/2015|08:15:02.118', '2015-11-04 08:15:02'],
  ['11/6/2013 9:12:44 PM', '2013-11-06 21:12:44'],
  ['11/6/2013 12:12:44 AM', '2013-11-06 00:12:44'],
  ['06.11.2013 21:12:44', '2013-11-06 21:12:44'],
  ['2013-11-06T21:12:44.000Z', '2013-11-06 21:12:44'],
  ['2013-11-06 오후 9:12:44', '2013-11-06 21:12:44'],
  ['25/11/2013 21:12:44', '2013-11-25 21:12:44'],
  ['06/11/2013 21:12:44', undefined],
  ['99/99/2013 21:12:44', undefined],
  ['no time', undefined],
])('reads the time %s', (text, time) => {
  expect(timeIn(text)).toBe(time);
});

it('reads long and hostile lines in time, and a long trace in little memory', async () => {
  const start = performance.now();
  for (const part of [
    'ms-diagnostics: 1;',
    'Event ID: 1\n',
    '<Event>',
    '<Event ',
    'Log Name: x\n',
    'SIP/2.0 504 x\n',
    '\x1b[',
    'a : ',
    '$$begin_record\n',
    'x=" ',
    '0x80090322 ',
    'From: sip:',
    'a.',
    '#015',
  ]) {
    const trace = new Trace(() => {});
    trace.read(part.repeat(30_000));
    trace.end();
  }
  expect(performance.now() - start).toBeLessThan(20_000);
});

it('holds neither what it has read nor more than a few thousand dialogs', async () => {
  const record = readFileSync('docs/diagnose/edge.log', 'utf8');
  const folder = mkdtempSync(join(tmpdir(), 'trace-'));
  const file = join(folder, 'long.log');
  writeFileSync(
    file,
    Array.from({ length: 4000 }, (_, i) => record.replaceAll('7f6b0c', `c${i}`).replaceAll('9d20aa', `d${i}`)).join(''),
  );
  const count = new FailureCount(sidesOf(undefined));
  const trace = new TraceFile('x', count);
  for await (const piece of createReadStream(file)) trace.take(piece);
  trace.end();
  expect(count.all().map((one) => one.count)).toEqual([8000, 1]);
  const { code } = await program(['diagnose', file], { env: { NODE_OPTIONS: '--max-old-space-size=64' } });
  expect(code).toBe(1);
});

it('refuses what only Windows reads, with a word on how it becomes text', async () => {
  const cwd = workspace({ 'edge.etl': 'x', 'edge.EVTX': 'ElfFile' });
  const { code, stdout, stderr } = await cli(['diagnose', 'edge.etl', 'edge.EVTX'], { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/`edge\.etl` is a trace as Windows writes it down\..*`Search-CsClsLogging/);
  expect(stderr).toMatch(/`edge\.EVTX` is an event log as Windows writes it down\..*`wevtutil query-events/);
});
