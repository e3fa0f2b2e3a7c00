import { legible } from '../machine/encoding.ts';
import { matchesGlob } from './editorconfig-glob.ts';
import { folderOf, pathWithin, uriWithin } from './names.ts';

/** What `.editorconfig` files say of a document, by lower-case names; what is there is no longer than a line each. */
export type EditorConfig = ReadonlyMap<string, string>;

/** Reads the `.editorconfig` files of the folders around a document, as far as the one that calls itself the root. */
export async function editorConfigOf(uri: string, read: (uri: string) => Promise<Uint8Array>): Promise<EditorConfig> {
  const files = await Promise.all(
    foldersAround(uri).map(async (folder) => {
      // Most folders have none.
      const { text } = await read(uriWithin(folder, '.editorconfig')).then(legible, () => ({ text: '' }));
      return { path: pathWithin(folder, uri) ?? '', ...readEditorConfig(text) };
    }),
  );
  const root = files.findIndex(({ isRoot }) => isRoot);
  const found = new Map<string, string>();
  for (const { path, sections } of files.slice(0, root < 0 ? files.length : root + 1).toReversed()) {
    for (const { glob, properties } of sections) {
      if (!matchesGlob(glob, path)) continue;
      for (const [name, value] of properties) found.set(name, value);
    }
  }
  return found;
}

/** The folders around a document, the nearest first; none for one that lies nowhere yet. */
function foldersAround(uri: string): readonly string[] {
  const folder = folderOf(uri);
  return folder === undefined ? [] : [folder, ...foldersAround(folder)];
}

interface Section {
  readonly glob: string;
  readonly properties: Map<string, string>;
}

/** Reads the text of one file. */
function readEditorConfig(text: string): { readonly isRoot: boolean; readonly sections: readonly Section[] } {
  const sections: Section[] = [];
  let isRoot = false;
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    const glob = /^\s*\[(.*)\]\s*$/.exec(line)?.[1];
    if (glob !== undefined) sections.push({ glob, properties: new Map() });
    const mark = line.indexOf('=');
    const [name, value] = [line.slice(0, Math.max(mark, 0)).trim(), line.slice(mark + 1).trim()];
    if (glob !== undefined || /^(?:[#;[]|$)/.test(name)) continue;
    const section = sections.at(-1);
    if (section) section.properties.set(name.toLowerCase(), value.toLowerCase());
    else if (name.toLowerCase() === 'root') isRoot = value.toLowerCase() === 'true';
  }
  return { isRoot, sections };
}
