import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli } from '../cli/cli.ts';

const FIELD = import.meta.dirname;
const files = globSync(`${FIELD}/*.lync.yaml`).toSorted();

it('has at least forty specs', () => {
  expect(files.length).toBeGreaterThanOrEqual(40);
});

describe.each(files.map((file) => basename(file)))('%s', (name) => {
  it('names its source', () => {
    expect(readFileSync(`${FIELD}/${name}`, 'utf8')).toMatch(/^# Source: .*https:\/\//m);
  });

  it('has exactly the reviewed report', async () => {
    const { stdout, stderr, code } = await cli(['check', name], { cwd: FIELD });
    expect(stderr).toBe('');
    expect(code).toBeLessThan(2);
    await expect(stdout).toMatchFileSnapshot(`${FIELD}/${name.replace('.lync.yaml', '.report.txt')}`);
  });
});
