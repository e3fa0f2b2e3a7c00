import { EOL } from 'node:os';
import * as core from '@actions/core';
import { describe, expect, it, vi } from 'vitest';
import { HOSTILE, named } from '../hostile/values.ts';
import { cli, FAULTY, workspace } from './cli.ts';
import { type Annotation, readGithub } from './readers/github.ts';

describe('annotations of GitHub', () => {
  it('say where and what, as the runner reads them', async () => {
    const name = '100% a, b: c = d/한국 %0A.lync.yaml';
    const spec = 'lyncFederation: 1\norganization:\n  "na, m%2C::e": 1\n';
    expect(readGithub(await report({ [name]: spec }))).toEqual([
      {
        command: 'error',
        properties: { file: name, line: '3', col: '3', endLine: '3', endColumn: '16', title: 'unknown-key' },
        message: [
          '`na, m%2C::e` is not a key of `organization`, so it has no effect. Known keys: `name`, `notes`.',
          'Remove `na, m%2C::e` (review: lync-federation fix --review)',
          'https://github.com/lync-federation/lync-federation/blob/main/docs/rules/unknown-key.md',
        ].join('\n'),
      },
    ]);
  });

  it.each(HOSTILE)('are written as the toolkit of GitHub writes them, with %j in names and values', async (words) => {
    const spec = FAULTY.replace('Contoso Ltd.', JSON.stringify(words)).replace('iconURL', JSON.stringify(words));
    const log = await report({ [named(words)]: spec });
    const annotations = readGithub(log);
    expect(annotations.length).toBeGreaterThan(3);
    expect(annotations.map(asGithubWrites).map(inOrder)).toEqual(log.split('\n').slice(0, -1).map(inOrder));
  });
});

async function report(files: Readonly<Record<string, string>>): Promise<string> {
  return (await cli(['check', '--format', 'github', '--as-of', '2014-07-01'], { cwd: workspace(files) })).stdout;
}

function asGithubWrites({ command, properties, message }: Annotation): string {
  const { file = '', title = '', line, col, endLine, endColumn } = properties;
  const write = { error: core.error, warning: core.warning, notice: core.notice }[command];
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    write?.(message, {
      ...{ file, title, startLine: Number(line), startColumn: Number(col) },
      ...{ endLine: Number(endLine), endColumn: Number(endColumn) },
    });
    return written.mock.calls.join('').replace(EOL, '');
  } finally {
    written.mockRestore();
  }
}

/** The properties of a command stand in any order. */
function inOrder(line: string): string {
  return line.replace(/(?<=^::\w+ ).*?(?=::)/, (properties) => properties.split(',').toSorted().join());
}
