import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { idsOf } from '../../server/src/catalog/ids.ts';
import { parseSettings } from '../../server/src/lsp/settings.ts';

const text = (file: string) => readFileSync(file, 'utf8');
const { contributes } = JSON.parse(text('package.json'));
const declared: Readonly<Record<string, { readonly enum?: readonly string[]; readonly markdownDescription: string }>> =
  contributes.configuration.properties;

describe('settings', () => {
  it.each([
    [{ product: 'lync-2013' }, { product: 'lync-2013' }],
    [{ product: '' }, {}],
    [{ powershell: { enable: false } }, { scripts: false }],
    [{ powershell: { enable: true } }, {}],
    [{ powershell: {} }, {}],
    [{ powershell: null }, {}],
    [{ inlayHints: ['records'] }, { hints: ['records'] }],
    [{ inlayHints: [] }, { hints: [] }],
    [{ codeLens: { uses: true, day: false } }, { lenses: ['services', 'chat', 'uses'] }],
    [{ codeLens: {} }, { lenses: ['day', 'services', 'chat'] }],
    [{ asOf: '', persona: 'auditor' }, { persona: 'auditor' }],
  ])('%j are understood', (section, expected) => {
    expect(parseSettings(section)).toEqual({ settings: { ...expected, rules: {} }, rejected: [] });
  });

  it.each([
    [{ product: 'lync' }, 'lyncFederation.product: "lync"'],
    [{ powershell: { enable: 'no' } }, 'lyncFederation.powershell.enable: "no"'],
    [{ powershell: false }, 'lyncFederation.powershell: false'],
    [{ persona: 1 }, 'lyncFederation.persona: 1'],
    [{ inlayHints: 'none' }, 'lyncFederation.inlayHints: "none"'],
    [{ codeLens: false }, 'lyncFederation.codeLens: false'],
  ])('%j are named', (section, complaint) => {
    expect(parseSettings(section)).toEqual({ settings: { rules: {} }, rejected: [complaint] });
  });
});

describe('the manifest', () => {
  it('offers the products that have a Management Shell', () => {
    const shells = idsOf(catalog.products).filter((id) => 'parametersOf' in catalog.products[id]);
    expect(declared['lyncFederation.product']?.enum).toEqual(['', ...shells]);
  });

  it('has a text for each setting, and each is in the documentation', () => {
    const texts: Readonly<Record<string, string>> = JSON.parse(text('package.nls.json'));
    const docs = text('docs/editors.md');
    for (const [name, { markdownDescription }] of Object.entries(declared)) {
      expect(texts[markdownDescription.slice(1, -1)], name).toBeTypeOf('string');
      expect(docs, name).toContain(`| \`${name}\` |`);
    }
  });
});
