import { describe, expect, test } from 'vitest';
import { cli, FAULTY, program, workspace } from '../cli/cli.ts';
import { inBrackets, pseudo } from './pseudo.ts';

const texts = pseudo();
const complaint = inBrackets('The option `--locale` needs a value: `--locale LANGUAGE`.');
const NO_VALUE = `${inBrackets('error: {0}').replace('{0}', complaint)}\n`;
const cwd = workspace({ 'a.lync.yaml': FAULTY });
const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => cli(args, { cwd, env, texts });

describe('people are answered in', () => {
  test.each([
    ['the language that was asked for', ['--locale', 'ko'], {}],
    ['the language that was asked for, in one word', ['--locale=ko-KR'], {}],
    ['the last language that was asked for', ['--locale=en', '--locale', 'ko'], {}],
    ['the language of LC_ALL', [], { LC_ALL: 'ko_KR.UTF-8', LC_MESSAGES: 'C', LANG: 'C' }],
    ['the language of LC_MESSAGES', [], { LC_MESSAGES: 'ko_KR.eucKR', LANG: 'en_US.UTF-8' }],
    ['the language of LC_MESSAGES where LC_ALL is empty', [], { LC_ALL: '', LC_MESSAGES: 'ko' }],
    ['the language of LANG', [], { LANG: 'ko_KR.UTF-8' }],
  ])('%s', async (_, options, env) => {
    const { stdout, stderr } = await run(['check', 'a.lync.yaml', ...options], env);
    expect(stdout).toMatch(/^error\[duplicate-key\]: ⟦/m);
    expect(stdout).toMatch(new RegExp(inBrackets('0 errors').replace('0', '\\d')));
    expect(stderr).toBe('');
  });

  test.each([
    ['English is asked for', ['--locale', 'en'], { LANG: 'ko_KR.UTF-8' }],
    ['another language is asked for', ['--locale', 'de'], { LANG: 'ko_KR.UTF-8' }],
    ['LC_ALL says C', [], { LC_ALL: 'C', LANG: 'ko_KR.UTF-8' }],
    ['LC_MESSAGES says POSIX', [], { LC_MESSAGES: 'POSIX', LANG: 'ko_KR.UTF-8' }],
    ['nothing says a language', [], {}],
  ])('English where %s', async (_, options, env) => {
    const { stdout } = await run(['check', 'a.lync.yaml', ...options], env);
    expect(stdout).toMatch(/^error\[duplicate-key\]/m);
    expect(stdout).not.toContain('⟦');
  });

  test.each([
    [['--locale', 'ko', 'check', 'a.lync.yaml']],
    [['check', '--locale', 'ko', 'a.lync.yaml']],
    [['--help', '--locale=ko']],
    [['help', 'check', '--locale=ko']],
    [['--locale=ko', '--help']],
    [['check', '--help', '--locale=ko']],
    [['explain', 'AOL', '--locale=ko']],
    [['rules', '--locale=ko']],
  ])('it wherever the option stands: %s', async (args) => {
    const { stdout, stderr } = await run(args);
    expect(stdout).toContain('⟦');
    expect(stderr).toBe('');
  });

  test.each([
    [['check', '--locale'], NO_VALUE],
    [['check', '--locale='], NO_VALUE],
  ])('%s asks for none', async (args, stderr) => {
    expect(await run(args, { LANG: 'ko' })).toMatchObject({ code: 2, stderr });
  });

  test('what stands behind two hyphens is a file', async () => {
    const { stderr } = await run(['check', '--', '--locale', 'ko']);
    expect(stderr).toMatch(/^error: .*--locale/);
  });
});

const MACHINES = ['json', 'sarif', 'junit', 'gitlab', 'rdjson', 'github'];

describe.each(MACHINES)('a report as %s', (format) => {
  const args = ['check', 'a.lync.yaml', '--format', format];

  test('is in English, whatever the environment says', async () => {
    const [usual, elsewhere] = [await run(args), await run(args, { LANG: 'ko_KR.UTF-8' })];
    expect(elsewhere).toEqual(usual);
    expect(usual.stdout).not.toContain('⟦');
  });

  test('is in the language that is asked for by name, with the same fingerprints', async () => {
    const { stdout } = await run([...args, '--locale', 'ko']);
    expect(stdout).toContain('⟦');
    const prints = (text: string) => text.match(/[0-9a-f]{32}/g);
    expect(prints(stdout)).toEqual(prints((await run(args)).stdout));
    if (format === 'sarif') expect(JSON.parse(stdout).runs[0].language).toBe('ko');
  });
});

test('SARIF in English names no language: it is the one without a name', async () => {
  const { stdout } = await run(['check', 'a.lync.yaml', '--format', 'sarif', '--locale', 'en']);
  expect(JSON.parse(stdout).runs[0]).not.toHaveProperty('language');
});

test('who is answered in another language is led to the pages in it', async () => {
  const pages = (text: string) => text.match(/docs\/[\w/-]*rules\/duplicate-key\.md/)?.[0];
  expect(pages((await run(['check', 'a.lync.yaml', '--locale', 'ko'])).stdout)).toBe('docs/ko/rules/duplicate-key.md');
  expect(pages((await run(['check', 'a.lync.yaml'])).stdout)).toBe('docs/rules/duplicate-key.md');
});

test('a process reads the texts from beside the program', async () => {
  const env = { LC_ALL: 'ko_KR.UTF-8' };
  expect(await program(['check', 'a.lync.yaml'], { cwd, env })).toMatchObject({ code: 1, stderr: '' });
});
