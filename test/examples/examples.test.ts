import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cli } from '../cli/cli.ts';

/** Specs without `asOf` have a report for each of these days. */
const DAYS: Readonly<Record<string, readonly string[]>> = {
  'legacy-messengers': ['2013-03-01', '2014-06-01', '2014-07-01'],
};

describe.each(globSync('examples/*.lync.yaml').toSorted())('%s', (file) => {
  const name = file.replace('.lync.yaml', '').replace('examples/', '');

  it.each(DAYS[name] ?? [undefined])('has the reviewed report (%s)', async (day) => {
    const asked = day === undefined ? [] : ['--as-of', day];
    const { stdout, stderr, code } = await cli(['check', file, ...asked], { cwd: process.cwd() });
    expect(stderr).toBe('');
    expect(code).toBeLessThan(2);
    const snapshot = `../../examples/${name}${day === undefined ? '' : `.${day}`}.report.txt`;
    await expect(stdout).toMatchFileSnapshot(snapshot);
  });
});
