import { type DataTransfer, l10n, Uri, workspace } from 'vscode';
import type { GivenFile } from '../../protocol/methods.ts';
import { LARGEST_CAPTURE } from '../../protocol/sizes.ts';

/** Files as they are open, else as they lie on disk, by their ways from the folder that all of them lie in. */
export async function readFiles(uris: readonly Uri[]): Promise<readonly GivenFile[]> {
  const names = namesOf(uris);
  return Promise.all(uris.map(async (uri, i) => givenFile(names[i] ?? '', await bytesOf(uri))));
}

/** What is dropped: files of the workspace by their addresses, others with their bytes. */
export async function droppedFiles(dropped: DataTransfer): Promise<readonly GivenFile[]> {
  const addresses = (await dropped.get('text/uri-list')?.asString()) ?? '';
  const uris = addresses.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  if (uris.length > 0) return readFiles(uris.map((uri) => Uri.parse(uri, true)));
  const files = [...dropped].flatMap(([, item]) => item.asFile() ?? []);
  return Promise.all(files.map(async (file) => givenFile(file.name, await file.data())));
}

/** A file with its bytes. */
export function givenFile(name: string, bytes: Uint8Array): GivenFile {
  if (bytes.length > LARGEST_CAPTURE) throw tooLarge(name);
  return { name, base64: btoa(charsOf(bytes)) };
}

/** The ways from the deepest folder that all files lie in; a spec that is saved there finds its certificates. */
function namesOf(uris: readonly Uri[]): readonly string[] {
  const paths = uris.map(({ path }) => path.split('/'));
  const [first = []] = paths;
  const isShared = (depth: number) => paths.every((path) => depth < path.length - 1 && path[depth] === first[depth]);
  let shared = 0;
  while (isShared(shared)) shared++;
  return paths.map((path) => path.slice(shared).join('/'));
}

async function bytesOf(uri: Uri): Promise<Uint8Array> {
  const open = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  if (open?.isDirty || open?.isUntitled) return new TextEncoder().encode(open.getText());
  const { size } = await workspace.fs.stat(uri);
  if (size > LARGEST_CAPTURE) throw tooLarge(uri.path);
  return workspace.fs.readFile(uri);
}

function tooLarge(name: string): Error {
  return new Error(l10n.t('{0} is larger than {1} MB, too large for a capture.', name, LARGEST_CAPTURE / 1024 / 1024));
}

/** A character for each byte; a call takes only so many at once. */
function charsOf(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += MANY) parts.push(String.fromCharCode(...bytes.subarray(i, i + MANY)));
  return parts.join('');
}

const MANY = 0x2000;
