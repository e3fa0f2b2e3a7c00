import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { Language, type Node, Parser } from 'web-tree-sitter';
import { collectorScript } from '../../server/src/plan/collector.ts';
import { nounPlaces } from '../../server/src/plan/import/nouns.ts';

const script = collectorScript('1.2.3');
let root: Node;

beforeAll(async () => {
  const { resolve } = createRequire(import.meta.url);
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(resolve('tree-sitter-powershell/tree-sitter-powershell.wasm')));
  const tree = parser.parse(script);
  if (tree === null) throw new Error('the parser gave no tree');
  root = tree.rootNode;
});

const texts = (...types: readonly string[]) =>
  root.descendantsOfType([...types]).flatMap((node) => (node === null ? [] : [node.text]));

describe('the collector', () => {
  it('is PowerShell without a mistake, in plain ASCII', () => {
    expect(root.hasError).toBe(false);
    expect(script).toMatch(/^[\n -~]*$/);
  });

  it('runs nothing but what reads, and what brings into form; one file is written', () => {
    const functions = texts('function_name');
    expect(functions).toEqual(['ConvertTo-Plain', 'Get-Plain', 'Get-DnsAnswer']);
    const names = new Set(texts('command_name'));
    const harmless = [...names].filter((name) => !/^Get-/.test(name) && !functions.includes(name)).toSorted();
    expect(harmless).toEqual([
      'ConvertTo-Json',
      'ForEach-Object',
      'Group-Object',
      'Out-File',
      'Resolve-DnsName',
      'Sort-Object',
      'Where-Object',
      'Write-Warning',
    ]);
    expect(script.match(/Out-File/g)).toHaveLength(1);
    expect(texts('command_invokation_operator', 'assignment_operator').filter((text) => text === '&')).toEqual([]);
    const methods = texts('invokation_expression').map((text) => text.replace(/^.*[.:]([A-Za-z]+)\(.*$/s, '$1'));
    expect([...new Set(methods)].toSorted()).toEqual(['GetType', 'ToString', 'ToUniversalTime']);
  });

  it('reads every noun of the format, and says on top what it reads', () => {
    const names = texts('command_name');
    for (const { noun } of nounPlaces) expect(names).toContain(`Get-${noun}`);
    const [help = ''] = script.split('#>');
    for (const name of names.filter((one) => /^Get-Cs/.test(one))) expect(help).toContain(name);
    expect(help).toContain('-OutputPath');
  });

  it('looks before it asks, so that a version without a cmdlet is no mistake', () => {
    for (const { noun } of nounPlaces) {
      expect(script).toContain(`if (Get-Command -Name Get-${noun} -ErrorAction SilentlyContinue) {`);
      expect(script).toContain(`$notCaptured['${noun}'] = 'there is no Get-${noun} here'`);
    }
  });
});
