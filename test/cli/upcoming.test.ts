import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { CLEAN, cli, workspace } from './cli.ts';

const SPEC = `lyncFederation: 1
asOf: 2014-06-01
providers: { public: [{ identity: AOL, enabled: true }] }
certificates:
  - { name: 'edge, 액세스 에지의 인증서; outside of the perimeter network', subject: sip.contoso.com, notAfter: 2014-06-15 }
`;

const FILES = { 'a.lync.yaml': SPEC, 'b.lync.yaml': SPEC.replace('06-01', '06-02').replace('06-15', '09-15') };

describe('upcoming', () => {
  it('lists what ends, the next first', async () => {
    const { code, stdout, stderr } = await cli(['upcoming'], { cwd: workspace(FILES) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      [
        '2014-06-15  in 14 days  a.lync.yaml:5:104  The certificate `edge, 액세스 에지의 인증서; outside of the perimeter network` expires.',
        '2014-06-30  in 29 days  a.lync.yaml:3:35   The service behind `AOL` ends.',
        '2014-06-30  in 28 days  b.lync.yaml:3:35   The service behind `AOL` ends.',
        '',
        '3 things end within 90 days in 2 files, as of the day of each spec (2014-06-01 … 2014-06-02)',
        '',
      ].join('\n'),
    );
  });

  it('looks as far as it is told, from the day that it is told', async () => {
    const cwd = workspace({ 'a.lync.yaml': SPEC.replace(/asOf.*\n/, '') });
    const { stdout } = await cli(['upcoming', '--as-of', '2014-06-30', '--within', '1'], { cwd });
    expect(stdout).toBe(
      '2014-06-30  that day  a.lync.yaml:2:35  The service behind `AOL` ends.\n\n1 thing ends within 1 day in 1 file, as of 2014-06-30\n',
    );
  });

  it('says so where nothing ends', async () => {
    const cwd = workspace({ 'a.lync.yaml': CLEAN });
    expect((await cli(['upcoming', '--as-of', '2026-01-01'], { cwd })).stdout).toBe(
      'Nothing ends within 90 days in 1 file, as of 2026-01-01\n',
    );
  });

  it('is read by programs', async () => {
    const { stdout } = await cli(['upcoming', '--format', 'json', '--within', '20', 'a.lync.yaml'], {
      cwd: workspace(FILES),
    });
    const subject = 'edge, 액세스 에지의 인증서; outside of the perimeter network';
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      within: 20,
      endings: [
        {
          ...{ day: '2014-06-15', days: 14, kind: 'certificate', subject, asOf: '2014-06-01' },
          ...{ message: `The certificate \`${subject}\` expires.`, path: 'a.lync.yaml', line: 5, column: 104 },
        },
      ],
    });
  });
});

describe('the calendar', () => {
  const calendar = async (files: Readonly<Record<string, string>>) => {
    const { stdout } = await cli(['upcoming', '--format', 'ics', '--within', '365'], { cwd: workspace(files) });
    const events = new ICAL.Component(ICAL.parse(stdout))
      .getAllSubcomponents('vevent')
      .map((event) => new ICAL.Event(event, { strictExceptions: true }));
    return { stdout, events };
  };

  it('is one that calendars read', async () => {
    const { stdout, events } = await calendar(FILES);
    expect(
      events.map(({ startDate, endDate, summary, description }) => [`${startDate} ${endDate}`, summary, description]),
    ).toEqual([
      [
        '2014-06-15 2014-06-16',
        'The certificate `edge, 액세스 에지의 인증서; outside of the perimeter network` expires.',
        'a.lync.yaml:5:104',
      ],
      ['2014-06-30 2014-07-01', 'The service behind `AOL` ends.', 'a.lync.yaml:3:35'],
      ['2014-06-30 2014-07-01', 'The service behind `AOL` ends.', 'b.lync.yaml:3:35'],
      [
        '2014-09-15 2014-09-16',
        'The certificate `edge, 액세스 에지의 인증서; outside of the perimeter network` expires.',
        'b.lync.yaml:5:104',
      ],
    ]);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(4);
    for (const line of stdout.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(stdout.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('knows what has moved', async () => {
    const uids = async (text: string) =>
      (await calendar({ 'a.lync.yaml': text })).events.map(({ uid }) => uid).toSorted();
    expect(await uids(SPEC.replace('06-15', '08-15'))).toEqual(await uids(SPEC));
  });
});
