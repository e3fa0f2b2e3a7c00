import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { english } from './english.ts';

type Texts = Readonly<Record<string, string>>;

/** A text of a translation that is not needed. */
export interface Untold {
  readonly file: string;
  readonly key: string;
  readonly fault: 'nothing says it' | 'stands in another file, too';
}

/** The Korean files of the areas, by path. */
export function koreanFiles(): ReadonlyMap<string, Texts> {
  return new Map(
    globSync('l10n/ko/*.json')
      .toSorted()
      .map((file) => [file, read(file)]),
  );
}

/** All Korean texts but those of the manifest, by English template. */
export function korean(): Texts {
  return Object.assign({}, ...koreanFiles().values());
}

/** What has no Korean, by area, with the English in place of the value; a text that two areas say is told once. */
export function missing(): Readonly<Record<string, Texts>> {
  const known = new Set(Object.keys(korean()));
  const areas = Object.entries(english()).map(([area, keys]) => {
    const gaps = [...keys].filter((key) => !known.has(key));
    for (const key of gaps) known.add(key);
    return [area, Object.fromEntries(gaps.map((key) => [key, key]))] as const;
  });
  const [manifest, ours] = [read('package.nls.json'), read('package.nls.ko.json')];
  const gaps = Object.entries(manifest).filter(([key]) => !Object.hasOwn(ours, key));
  return { ...Object.fromEntries(areas), manifest: Object.fromEntries(gaps) };
}

/** What is translated and said nowhere, or translated twice. */
export function untold(): readonly Untold[] {
  const said = new Set(Object.values(english()).flatMap((keys) => [...keys]));
  const seen = new Set<string>();
  const found: Untold[] = [];
  for (const [file, texts] of koreanFiles()) {
    for (const key of Object.keys(texts)) {
      if (!said.has(key)) found.push({ file: basename(file), key, fault: 'nothing says it' });
      else if (seen.has(key)) found.push({ file: basename(file), key, fault: 'stands in another file, too' });
      seen.add(key);
    }
  }
  const manifest = read('package.nls.json');
  for (const key of Object.keys(read('package.nls.ko.json'))) {
    if (!Object.hasOwn(manifest, key)) found.push({ file: 'package.nls.ko.json', key, fault: 'nothing says it' });
  }
  return found;
}

function read(file: string): Texts {
  return globSync(file).length > 0 ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
