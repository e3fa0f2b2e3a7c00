import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { HOSTILE, named } from '../hostile/values.ts';
import { CLEAN, cli, FAULTY, type Setting, workspace } from './cli.ts';

/** The rules of code scanning on GitHub and in Azure DevOps, as Microsoft checks reports by them. */
const multitool = toolHere();

/** What a pipeline of Azure DevOps tells the programs in it. */
const PIPELINE = {
  TF_BUILD: 'True',
  SYSTEM_COLLECTIONURI: 'https://dev.azure.com/contoso/',
  SYSTEM_TEAMPROJECTID: '00000000-0000-0000-0000-000000000001',
  SYSTEM_DEFINITIONID: '7',
  SYSTEM_PHASEID: '00000000-0000-0000-0000-000000000002',
  SYSTEM_PHASENAME: 'Check',
  BUILD_DEFINITIONNAME: 'federation specs',
  BUILD_SOURCEBRANCH: 'refs/heads/main',
  BUILD_BUILDID: '123',
};

const FILES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  problems: { 'contoso.lync.yaml': FAULTY },
  'suppressed problems': {
    'contoso.lync.yaml': FAULTY.replace(
      'AOL',
      'AOL # lync-federation: ignore[retired-provider] until=2014-07-01 agreed',
    ),
  },
  'no problems': { 'contoso.lync.yaml': CLEAN },
  'odd names and words': {
    'a b/한국 #1%.lync.yaml': FAULTY,
    ...Object.fromEntries(HOSTILE.map((words) => [named(words), FAULTY.replace('iconURL', JSON.stringify(words))])),
  },
};

describe.runIf(multitool !== undefined)('readers of SARIF find nothing wrong', () => {
  it('on GitHub', async () => {
    expect(faults(await reports(), 'Ghas')).toEqual([]);
  });

  it('in Azure DevOps', async () => {
    expect(faults(await reports({ env: PIPELINE }), 'Ado')).toEqual([]);
  });

  it('but say what is missing', async () => {
    const [text = ''] = await reports();
    const log: Log = JSON.parse(text);
    for (const { tool } of log.runs) for (const rule of tool.driver.rules ?? []) delete rule.fullDescription;
    expect(new Set(faults([JSON.stringify(log)], 'Ghas'))).toEqual(new Set(['GH2012']));
  });
});

function reports(setting: Setting = {}): Promise<readonly string[]> {
  return Promise.all(Object.values(FILES).map((files) => report(files, setting)));
}

describe('a report', () => {
  const details = async (args: readonly string[], setting: Setting = {}) => {
    const log: Log = JSON.parse(await report({ 'a.lync.yaml': CLEAN }, setting, args));
    return log.runs[0]?.automationDetails;
  };

  it('is filed under a category', async () => {
    expect(await details([])).toEqual({ id: 'lync-federation/' });
    expect(await details(['--category', 'eu/edge/'])).toEqual({ id: 'eu/edge/' });
    expect((await cli(['check', '--category', '/'], { cwd: workspace({ 'a.lync.yaml': CLEAN }) })).stderr).toBe(
      'error: `--category` takes a name, such as `lync-federation`.\n',
    );
  });

  it('is known by its build in a pipeline of Azure DevOps', async () => {
    expect(await details([], { env: PIPELINE })).toEqual({
      id: 'azuredevops/pipeline/build/contoso/00000000-0000-0000-0000-000000000001/7/00000000-0000-0000-0000-000000000002/refs/heads/main/123',
      properties: {
        'azuredevops/pipeline/build/buildDefinitionId': '7',
        'azuredevops/pipeline/build/buildDefinitionName': 'federation specs',
        'azuredevops/pipeline/build/phaseId': '00000000-0000-0000-0000-000000000002',
        'azuredevops/pipeline/build/phaseName': 'Check',
      },
    });
    expect(await details([], { env: { TF_BUILD: 'True' } })).toEqual({ id: 'lync-federation/' });
  });
});

async function report(
  files: Readonly<Record<string, string>>,
  setting: Setting = {},
  args: readonly string[] = [],
): Promise<string> {
  return (await cli(['check', '--format', 'sarif', ...args], { ...setting, cwd: workspace(files) })).stdout;
}

/** The rules of a kind that reports break. */
function faults(texts: readonly string[], kind: 'Ghas' | 'Ado'): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'lync-federation-sarif-'));
  const files = texts.map((text, i) => {
    const file = join(folder, `${i}.sarif`);
    writeFileSync(file, text);
    return file;
  });
  const written = join(folder, 'verdict.json');
  const args = ['validate', '--rule-kind', kind, '--level', 'Error;Warning;Note', '--output', written, ...files];
  const { stdout } = spawnSync(multitool ?? '', args, { encoding: 'utf8' });
  expect(stdout).toContain(`${files.length} files scanned`);
  const { runs }: Log = JSON.parse(readFileSync(written, 'utf8'));
  return runs.flatMap(({ results = [] }) => results.map(({ ruleId = '' }) => ruleId));
}

function toolHere(): string | undefined {
  const platform = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux';
  const { resolve } = createRequire(import.meta.url);
  try {
    const folder = dirname(resolve(`@microsoft/sarif-multitool-${platform}/package.json`));
    const program = join(folder, platform === 'win32' ? 'Sarif.Multitool.exe' : 'Sarif.Multitool');
    if (!existsSync(program) || process.arch !== 'x64') return undefined;
    // Its own script after the installation does no more.
    chmodSync(program, 0o755);
    return program;
  } catch {
    return undefined;
  }
}
