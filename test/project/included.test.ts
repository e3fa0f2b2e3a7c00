import { describe, expect, it } from 'vitest';
import { isProjectName } from '../../protocol/names.ts';
import { inclusion, isOurs } from '../../server/src/project/included.ts';
import { NO_PROJECT, type Project } from '../../server/src/project/project.ts';

const FILES = [
  'a.lync.yaml',
  'lync-federation.yml',
  'other.yaml',
  'setup.ps1',
  'README.md',
  'edge/b.federation.yaml',
  'edge/deep/c.yaml',
  'edge/deep/Setup.PS1',
  'archive/d.lync.yaml',
  'Edge.Lync.YAML',
  'tools/Partners.psm1',
  'tools/Partners.psd1',
  'notes.txt',
];

function found(project: Partial<Project>): readonly string[] {
  return FILES.filter(inclusion({ ...NO_PROJECT, ...project }));
}

describe('a search', () => {
  it.each<[string, Partial<Project>, readonly string[]]>([
    [
      'finds specs by their names',
      {},
      ['a.lync.yaml', 'lync-federation.yml', 'edge/b.federation.yaml', 'archive/d.lync.yaml', 'Edge.Lync.YAML'],
    ],
    [
      'leaves out what is excluded',
      { exclude: ['Archive/**', 'a.*'] },
      ['lync-federation.yml', 'edge/b.federation.yaml', 'Edge.Lync.YAML'],
    ],
    [
      'takes YAML of any name that is included',
      { include: ['edge/**'] },
      ['edge/b.federation.yaml', 'edge/deep/c.yaml'],
    ],
    ['takes a folder for all that is in it', { include: ['./edge/'] }, ['edge/b.federation.yaml', 'edge/deep/c.yaml']],
    ['takes exclude before include', { include: ['edge'], exclude: ['**/deep'] }, ['edge/b.federation.yaml']],
    ['knows braces', { include: ['{edge,archive}/*.yaml'] }, ['edge/b.federation.yaml', 'archive/d.lync.yaml']],
    [
      'finds scripts where they are asked for',
      { languages: ['powershell'] },
      ['setup.ps1', 'edge/deep/Setup.PS1', 'tools/Partners.psm1'],
    ],
    [
      'finds scripts where they are included',
      { languages: ['lync-federation', 'powershell'], include: ['Edge/deep'] },
      ['edge/deep/c.yaml', 'edge/deep/Setup.PS1'],
    ],
    [
      'takes brackets and signs for what they are',
      { exclude: ['a+(b)', 'Edge[.]*', '[!alt]*', 'x'.repeat(1100)] },
      ['a.lync.yaml', 'lync-federation.yml', 'archive/d.lync.yaml'],
    ],
    ['finds nothing where nothing is included', { include: [] }, []],
  ])('%s', (_, project, files) => {
    expect(found(project)).toEqual(files);
  });
});

it.each([
  ['a.lync.yaml', '', true],
  ['edge/c.yaml', '# Contoso\nlyncFederation: 1\n', true],
  ['edge/c.yaml', '"lyncFederation": 1\n', true],
  ['edge/c.yaml', '{ "lyncFederation": 1, "server": {} }', true],
  ['edge/c.yaml', '{ "a": 1, "lyncFederation": 1 }', false],
  ['edge/c.yaml', 'services:\n  lyncFederation: 1\n', false],
  ['setup.ps1', 'set-csaccessedgeconfiguration\n', true],
  ['setup.ps1', 'Get-Process\n', false],
])('%s with %j is ours: %s', (path, text, expected) => {
  expect(isOurs(path, text)).toBe(expected);
});

it.each([
  ['.lync-federation.yaml', true],
  ['file:///c/.lync-federation.yml', true],
  ['C:\\eu\\.lync-federation.yaml', true],
  ['.Lync-Federation.YAML', true],
  ['lync-federation.yaml', false],
  ['federation.yaml', false],
  ['eu.lync-federation.yaml', false],
])('%s is a project file: %s', (path, expected) => {
  expect(isProjectName(path)).toBe(expected);
});
