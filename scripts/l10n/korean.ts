import { globSync, readFileSync } from 'node:fs';
import { english } from './english.ts';
import { faultsOf } from './faults.ts';

type Texts = Readonly<Record<string, string>>;

/** A text of a translation that is wrong, or not needed. */
export interface Faulty {
  readonly file: string;
  readonly key: string;
  readonly fault: string;
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

/** What is translated and said nowhere, or twice, or not as it should be. */
export function faulty(): readonly Faulty[] {
  const said = new Set(Object.values(english()).flatMap((keys) => [...keys]));
  const seen = new Set<string>();
  const found: Faulty[] = [];
  for (const [file, texts] of koreanFiles()) {
    for (const [key, text] of Object.entries(texts)) {
      if (!said.has(key)) found.push({ file, key, fault: 'nothing says it' });
      else if (seen.has(key)) found.push({ file, key, fault: 'stands in another file, too' });
      else found.push(...faultsOf(key, text).map((fault) => ({ file, key, fault })));
      seen.add(key);
    }
  }
  const [manifest, file] = [read('package.nls.json'), 'package.nls.ko.json'];
  for (const [key, text] of Object.entries(read(file))) {
    const english = manifest[key];
    const faults = english === undefined ? ['nothing says it'] : faultsOf(english, text);
    found.push(...faults.map((fault) => ({ file, key, fault })));
  }
  return found;
}

function read(file: string): Texts {
  return globSync(file).length > 0 ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
