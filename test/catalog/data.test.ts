import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { catalog, type SourceId } from '../../server/src/catalog/catalog.generated.ts';
import { isDate } from '../../server/src/catalog/dates.ts';
import { idsOf } from '../../server/src/catalog/ids.ts';
import { confirmedOn } from '../../server/src/catalog/sources.ts';

const root = new URL('../../', import.meta.url);

/** Every value of the catalog with the path that leads to it, keys joined by slashes. */
const leaves = flatten(catalog, '');
const providers = idsOf(catalog.providers).map((id) => ({ id, ...catalog.providers[id] }));

describe('the catalog', () => {
  it('names real days', () => {
    const fullDates = leaves.filter(([, value]) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value));
    expect(fullDates.filter(([, value]) => !isDate(String(value)))).toEqual([]);
    expect(fullDates.length).toBeGreaterThan(40);
  });

  it('uses every source it lists', () => {
    const used = new Set(leaves.filter(([path]) => /\/sources\/\d+$/.test(path)).map(([, value]) => value));
    expect(idsOf(catalog.sources).filter((id) => !used.has(id))).toEqual([]);
  });

  it('says of each document on which day it was last read, which is no later than today and no earlier than its own date', () => {
    const today = new Date().toISOString().slice(0, 10);
    for (const id of idsOf(catalog.sources)) {
      const { confirmed, date = confirmed } = catalog.sources[id];
      expect([confirmed <= today, date <= confirmed], id).toEqual([true, true]);
    }
  });

  it('takes for the day of a fact that of its document which was read the longest ago', () => {
    const of = (...sources: readonly SourceId[]) => confirmedOn(catalog, { sources });
    const [old, young] = idsOf(catalog.sources)
      .toSorted((a, b) => (catalog.sources[a].confirmed < catalog.sources[b].confirmed ? -1 : 1))
      .filter((_, index, all) => index === 0 || index === all.length - 1);
    expect(old && young && of(young, old)).toBe(old && catalog.sources[old].confirmed);
    expect(old && young && of(young) !== of(old)).toBe(true);
    expect(of()).toBeUndefined();
  });

  it('ranks products in the order of its file, without gap', () => {
    expect(idsOf(catalog.products).map((id) => catalog.products[id].rank)).toEqual(
      idsOf(catalog.products).map((_, i) => i + 1),
    );
  });

  it('ends mainstream support before extended support', () => {
    for (const id of idsOf(catalog.products)) {
      const { supportPolicy, mainstreamEnd = '', extendedEnd = '' } = catalog.products[id];
      expect([mainstreamEnd < extendedEnd, supportPolicy], id).toEqual(
        id === 'sfb-se' ? [false, 'modern'] : [true, 'fixed'],
      );
    }
  });

  it('says each thing in one sentence', () => {
    const summaries = leaves.filter(([path]) => /\/(summary|afterwards)$/.test(path));
    expect(summaries.filter(([, value]) => /[.] [A-Z]/.test(String(value)))).toEqual([]);
  });

  it('states a day once', async () => {
    const milestoneDates = new Set(idsOf(catalog.milestones).map((id) => catalog.milestones[id].date));
    const data = new URL('server/src/catalog/data/', root);
    const others = (await readdir(data)).filter((file) => file !== 'milestones.yaml' && file !== 'sources.yaml');
    for (const file of others) {
      const written = flatten(parse(await readFile(new URL(file, data), 'utf8')), '');
      expect(
        written.filter(([, value]) => milestoneDates.has(String(value))),
        file,
      ).toEqual([]);
    }
  });
});

describe.each(providers)('provider $id', (provider) => {
  const ended = provider.timeline.filter((event) => event.kind === 'ended');

  it('has its timeline in order', () => {
    const dates = provider.timeline.map((event) => event.date);
    expect(dates).toEqual([...dates].sort());
  });

  it('ended once, in a confirmed event no later than the day after its last day', () => {
    expect(ended.map((event) => event.verified)).toEqual([undefined]);
    expect(ended.every((event) => provider.lastDay.startsWith(event.date) || event.date > provider.lastDay)).toBe(true);
  });

  it('starts before it ends', () => {
    expect((provider.availableFrom ?? '') < provider.lastDay).toBe(true);
  });

  it('decides nothing on an event that is not confirmed', () => {
    const open = provider.timeline.filter((event) => event.verified === false).map((event) => event.date);
    const deciding = [
      provider.lastDay,
      provider.availableFrom,
      ...idsOf(catalog.milestones).map((id) => catalog.milestones[id].date),
    ];
    expect(open.filter((date) => deciding.includes(date))).toEqual([]);
  });

  it('shares no identity with another provider', () => {
    const others = providers.filter((other) => other.id !== provider.id).flatMap((other) => other.identities);
    expect(provider.identities.filter((identity) => others.includes(identity))).toEqual([]);
  });
});

describe('the last days of the providers', () => {
  it('are those of the sources', () => {
    expect(Object.fromEntries(providers.map(({ id, lastDay }) => [id, lastDay]))).toEqual({
      skype: '2025-05-04',
      'windows-live-messenger': '2013-04-30',
      aol: '2014-06-30',
      yahoo: '2014-06-30',
    });
  });
});

function flatten(value: unknown, path: string): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, `${path}/${key}`));
}
