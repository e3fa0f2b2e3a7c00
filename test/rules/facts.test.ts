import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { ruleCard } from '../../server/src/features/rule-card.ts';
import { rules } from '../../server/src/rules/index.generated.ts';
import type { Fact } from '../../server/src/rules/rule.ts';

const page = readFileSync('docs/facts.md', 'utf8');
const resting = rules.filter(({ facts }) => facts.length > 0);

/** The entries of the catalog that `section` or `section.id` names, by id. */
function entriesOf(fact: Fact): readonly (readonly [id: string, entry: object])[] {
  const [section = '', id] = fact.split('.');
  const entries: readonly (readonly [string, object])[] = Object.entries(
    Object.entries(catalog).find(([name]) => name === section)?.[1] ?? {},
  );
  return entries.filter(([key]) => id === undefined || key === id);
}

/** Where a link to `docs/facts.md` can lead: headings and the places that are named. */
const places = new Set([
  ...[...page.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id),
  ...[...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading),
]);

describe.each(resting)('the facts of $id', (rule) => {
  const { id, facts } = rule;

  it('are entries of the catalog', () => {
    expect(facts.filter((fact) => entriesOf(fact).length === 0)).toEqual([]);
    expect(new Set(facts).size).toBe(facts.length);
  });

  it('are linked from its page, to where they can be read', () => {
    const links = [
      ...readFileSync(`docs/rules/${id}.md`, 'utf8').matchAll(/\[`([^`]+)`\]\(\.\.\/facts\.md#([^)]+)\)/g),
    ];
    expect(links.map(([, fact]) => fact)).toEqual(facts);
    expect(links.map(([, , place]) => place).filter((place) => !places.has(place))).toEqual([]);
  });

  it('are shown by `explain`, with their sources', () => {
    const card = ruleCard(rule, { bundle: {} });
    for (const [key, entry] of facts.flatMap(entriesOf)) {
      if ('url' in entry) expect(card).toContain(`](${entry.url})`);
      else expect(card).toContain(`- ${key}: `);
      const sources = 'sources' in entry && Array.isArray(entry.sources) ? entry.sources : [];
      for (const [source, { url }] of Object.entries(catalog.sources))
        if (sources.includes(source)) expect(card).toContain(`](${url})`);
    }
  });
});

it('the page of facts has a place for every entry of the catalog, and tells its dates', () => {
  for (const [section, entries] of Object.entries(catalog)) {
    expect(places).toContain(section);
    for (const [id, entry] of Object.entries(entries)) {
      expect(places).toContain(`${section}.${id}`);
      const from = page.indexOf(`<a id="${section}.${id}">`);
      const text = page.slice(from, page.indexOf('<a id=', from + 1));
      for (const [date] of JSON.stringify(entry).matchAll(/\d{4}-\d{2}-\d{2}/g)) expect(text).toContain(date);
    }
  }
});
