import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { templates } from '../../server/src/templates/templates.ts';
import { CLEAN, cli, workspace } from './cli.ts';

it.each(templates)('prints the template $name', async ({ name, text }) => {
  expect(await cli(['new', '--template', name])).toEqual({ code: 0, stdout: text, stderr: '' });
});

it('prints the usual one unasked', async () => {
  expect((await cli(['new'])).stdout).toBe(templates[0]?.text);
  expect((await cli(['new', '-'])).stdout).toBe(templates[0]?.text);
});

it('writes a spec, and says what comes next', async () => {
  const cwd = workspace({});
  expect(await cli(['new', '--template', 'hybrid', 'contoso.lync.yaml'], { cwd })).toEqual({
    code: 0,
    stdout: '',
    stderr:
      '`contoso.lync.yaml` is written. Put your own names into it; `lync-federation check contoso.lync.yaml` judges it.\n',
  });
  expect(readFileSync(join(cwd, 'contoso.lync.yaml'), 'utf8')).toBe(templates[1]?.text);
});

it('says of a name that nobody would judge how to call it', async () => {
  const { stderr } = await cli(['new', 'contoso.txt'], { cwd: workspace({}) });
  expect(stderr).toBe(
    '`contoso.txt` is written. By its name it is no spec: call it `*.lync.yaml` to have it judged.\n',
  );
});

it('writes over nothing unless it is told to', async () => {
  const cwd = workspace({ 'a.lync.yaml': CLEAN });
  const { code, stderr } = await cli(['new', 'a.lync.yaml'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('`a.lync.yaml` is there and holds something else');
  expect(readFileSync(join(cwd, 'a.lync.yaml'), 'utf8')).toBe(CLEAN);
  expect((await cli(['new', '--force', 'a.lync.yaml'], { cwd })).code).toBe(0);
  expect(readFileSync(join(cwd, 'a.lync.yaml'), 'utf8')).toBe(templates[0]?.text);
});

it('takes one file and a template that there is', async () => {
  expect((await cli(['new', 'a.lync.yaml', 'b.lync.yaml'])).stderr).toContain('Name one file');
  expect((await cli(['new', '--template', 'hybird'])).stderr).toBe(
    'error: `--template` does not take `hybird`. Did you mean `hybrid`?\n',
  );
});
