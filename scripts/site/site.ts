import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeAssets } from './assets.ts';
import { sitePages } from './pages.ts';

/** Writes the whole site into a folder; the bundles of `dist` are there already. */
export async function writeSite(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const { pages, pictures } = sitePages();
  for (const [path, html] of pages) await written(join(folder, path), html);
  for (const path of pictures) await placed(path, join(folder, path));
  await writeAssets(join(folder, 'assets'));
}

async function written(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

async function placed(source: string, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await copyFile(source, file);
}
