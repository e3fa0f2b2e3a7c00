import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';

/** Specs without `asOf` have a report for each of these days. */
const DAYS: Readonly<Record<string, readonly string[]>> = {
  'legacy-messengers': ['2013-03-01', '2014-06-01', '2014-07-01'],
};

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/build.ts']);
});

describe.each(globSync('examples/*.lync.yaml').toSorted())('%s', (file) => {
  const name = file.replace('.lync.yaml', '').replace('examples/', '');

  it.each(DAYS[name] ?? [undefined])('has the reviewed report (%s)', async (day) => {
    const report = check([file, ...(day === undefined ? [] : ['--as-of', day])]);
    const snapshot = `../../examples/${name}${day === undefined ? '' : `.${day}`}.report.txt`;
    await expect(report).toMatchFileSnapshot(snapshot);
  });
});

/** What the command line prints; findings make it exit with 1. */
function check(args: readonly string[]): string {
  try {
    const env = { ...process.env, NO_COLOR: '1' };
    return execFileSync(process.execPath, ['dist/cli.js', 'check', ...args], { encoding: 'utf8', env });
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status === 1 && 'stdout' in error)
      return String(error.stdout);
    throw error;
  }
}
