import { describe, expect, it } from 'vitest';
import { cmdletProse } from '../../server/src/catalog/cmdlet-prose.generated.ts';
import { cmdletSentence, parameterSentence } from '../../server/src/catalog/cmdlet-prose.ts';
import { cmdlet, cmdletNames, parametersOf } from '../../server/src/catalog/cmdlets.ts';

const cmdlets = cmdletNames.flatMap((name) => cmdlet(name) ?? []);
const nouns = new Map(Object.entries(cmdletProse.nouns));

describe('what cmdlets and parameters are for', () => {
  it('is said of every cmdlet, and of nothing else', () => {
    expect(Object.keys(cmdletProse.cmdlets).toSorted()).toEqual(cmdletNames.toSorted());
  });

  it('is said of every parameter of every cmdlet', () => {
    const unsaid = cmdlets.flatMap((one) =>
      parametersOf(one)
        .filter(({ name }) => parameterSentence(one.name, name) === undefined)
        .map(({ name }) => `${one.name} ${name}`),
    );
    expect(unsaid).toEqual([]);
  });

  it('is said of no parameter that nothing has', () => {
    const known = new Set(cmdlets.flatMap((one) => parametersOf(one).map(({ name }) => name)));
    expect(Object.keys(cmdletProse.parameters).filter((name) => !known.has(name))).toEqual([]);
    const strays = [...nouns].flatMap(([place, sentences]) => {
      const having = cmdlets.filter(({ name }) => name === place || name.endsWith(`-${place}`));
      const names = new Set(having.flatMap((one) => parametersOf(one).map(({ name }) => name)));
      return Object.keys(sentences).filter((name) => !names.has(name));
    });
    expect(strays).toEqual([]);
  });

  it('is told apart for each cmdlet', () => {
    const sentences = Object.values(cmdletProse.cmdlets);
    expect(sentences.filter((text, i) => sentences.indexOf(text) !== i)).toEqual([]);
  });

  it('is one sentence that fits on a line', () => {
    const all = [cmdletProse.cmdlets, cmdletProse.parameters, ...nouns.values()].flatMap((record) =>
      Object.values(record),
    );
    expect(all.filter((text) => text.length > 140 || !/^[A-Z`\d][^.!?]*(?:\.[^\s][^.!?]*)*\.$/.test(text))).toEqual([]);
  });

  it('may be another thing for another noun or cmdlet', () => {
    expect(parameterSentence('Get-CsPool', 'Identity')).toBe('Pool by its full name.');
    expect(parameterSentence('Grant-CsMobilityPolicy', 'Identity')).toMatch(/^User who gets the mobility policy/);
    expect(parameterSentence('Set-CsMobilityPolicy', 'Identity')).toMatch(/^Policy by its scope/);
    expect(parameterSentence('Get-CsPool', 'Site')).toBe('Site whose pools to show, by its display name.');
  });

  it('is not known of what nothing is known of', () => {
    expect(cmdletSentence('constructor')).toBeUndefined();
    expect(parameterSentence('Get-CsPool', 'toString')).toBeUndefined();
    expect(parameterSentence('constructor', 'Identity')).toBe('Name of the object that the command is about.');
  });
});
