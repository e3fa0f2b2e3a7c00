import { spawn } from 'node:child_process';
import { expect, it } from 'vitest';
import { bundle } from './cli.ts';

it('a reader that leaves before the end is no error', async () => {
  const child = spawn(process.execPath, [bundle, 'rules', '--messages']);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
