import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { cli, FAULTY, workspace } from './cli.ts';

/** A problem as VS Code makes it of lines, and as the report for programs has it. */
interface Seen {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
}

describe('the problem matcher', () => {
  const odd = `lyncFederation: 1
server:
  product: "lync

    error[srv-port]: x

    \\u0020--> elsewhere.lync.yaml:1:1"
organization:
  name: "error[srv-port]: y"
  "--> elsewhere.lync.yaml:1:1": 1
`;

  it('sees in the text what is in the report for programs', async () => {
    const cwd = workspace({ 'contoso.lync.yaml': FAULTY, 'a b/odd: 1:2.lync.yaml': odd });
    const problems = await inReport(cwd);
    expect(problems.length).toBeGreaterThan(5);
    expect(await inText(cwd)).toEqual(problems);
  });

  it('whatever the rules say', async () => {
    const args = ['*/fires.lync.yaml', '--persona', 'auditor'];
    const [problems, seen] = await Promise.all([inReport('test/fixtures', ...args), inText('test/fixtures', ...args)]);
    expect(problems.length).toBeGreaterThan(100);
    expect(seen).toEqual(problems);
  });
});

async function inReport(cwd: string, ...args: string[]): Promise<readonly Seen[]> {
  const { stdout } = await cli(['check', '--as-of', '2014-07-01', '--format', 'json', ...args], { cwd });
  const files: readonly { path: string; problems: readonly Problem[] }[] = JSON.parse(stdout).files;
  return files.flatMap(({ path, problems }) =>
    problems.map(({ range, severity, rule, message }) => ({
      path,
      ...range.start,
      severity,
      rule,
      message: message.replaceAll('\n', ' '),
    })),
  );
}

interface Problem {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly column: number } };
}

/** As VS Code does it: the patterns have to match line after line, and a line that breaks off begins anew. */
async function inText(cwd: string, ...args: string[]): Promise<readonly Seen[]> {
  const { stdout } = await cli(['check', '--as-of', '2014-07-01', ...args], { cwd });
  const [matcher] = manifest.contributes.problemMatchers;
  const [first, second] = (matcher?.pattern ?? []).map(({ regexp }) => new RegExp(regexp));
  const lines = stdout.split('\n');
  return lines.flatMap((line, i) => {
    const [, severity = '', rule = '', message = ''] = first?.exec(line) ?? [];
    const [, path = '', row, column] = second?.exec(lines[i + 1] ?? '') ?? [];
    if (rule === '' || path === '') return [];
    return [{ path, line: Number(row), column: Number(column), severity, rule, message }];
  });
}
