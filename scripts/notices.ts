import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Something of others that is shipped. */
export interface Shipped {
  /** Where it comes from, seen from here. */
  readonly source: string;
  /** The file of ours that holds it, or that it is. */
  readonly file: string;
}

/**
 * What the licences of others ask to go with their code: the texts in the folders of the packages, each below the names of those that
 * are shipped under it. What comes from no package is ours.
 * @throws Error for a package without such a text.
 */
export function notices(shipped: readonly Shipped[]): string {
  const packages = gathered(
    shipped.flatMap(({ source, file }) =>
      [source, ...within(source)].flatMap(folderOf).map((folder) => [folder, file]),
    ),
  );
  const texts = gathered(
    [...packages].map(([folder, files]) => [licenceIn(folder), `${named(folder)}: ${files.join(', ')}`]),
  );
  const parts = [...texts].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`);
  return ['Code of others, with what its licences ask to go with it.\n', ...parts.toSorted()].join(`\n${LINE}\n\n`);
}

const LINE = '='.repeat(80);

function gathered(pairs: readonly (readonly string[])[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const [key = '', value = ''] of pairs) found.set(key, (found.get(key) ?? new Set()).add(value));
  return new Map([...found].map(([key, values]) => [key, [...values].toSorted()]));
}

/** A file of a package may be a bundle itself: its map tells of what. The text of the licence is in the package that was bundled alone. */
function within(source: string): readonly string[] {
  const map = `${source}.map`;
  if (!source.includes('node_modules/') || !existsSync(map)) return [];
  const { sources }: { readonly sources: readonly string[] } = JSON.parse(readFileSync(map, 'utf8'));
  // Where a store of packages was bundled, its own folder stands last.
  return sources.flatMap((inner) => inner.match(/\bnode_modules\/(?!.*\bnode_modules\/).*/) ?? []);
}

function folderOf(source: string): readonly string[] {
  return source.match(/^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/) ?? [];
}

function named(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${name} ${version} (${license})`;
}

function licenceIn(folder: string): string {
  const files = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  const licences = files.filter((file) => /^(?:licen[cs]e|copying)/i.test(file));
  if (licences.length === 0)
    throw new Error(`${folder} is shipped, and there is no text of its licence. \`npm ci\` installs what is missing.`);
  // What the package itself tells of others.
  const others = files.filter((file) => /^(?:notice|third-?party-?notices?)\b/i.test(file));
  const read = (file: string) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return [...licences, ...others].map(read).join('\n\n');
}
