import { extensions, Uri, workspace } from 'vscode';
import { eventually } from './expect.ts';
import { closeAll, openFile, soundSpec } from './specs.ts';

// Sentences of docs/security.md; test/security looks whether they stand here.
suite('security', () => {
  teardown(closeAll);

  test('It starts one program by itself, its language server, once the window has a spec or a script with a cmdlet of ours.', async function () {
    const { uri } = await openFile(soundSpec);
    if (uri.scheme !== 'file' || process.platform !== 'linux') return this.skip(); // nobody tells of processes there
    await eventually(ours, ['dist/server.js']);
    await workspace.fs.delete(uri);
  });
});

/** The programs of ours among those that the process of the extensions has started. */
async function ours(): Promise<readonly string[]> {
  const folder = extensions.getExtension('lync-federation.lync-federation')?.extensionUri.path ?? '';
  const numbers = (await workspace.fs.readDirectory(Uri.file('/proc'))).filter(([name]) => /^\d+$/.test(name));
  const commands = await Promise.all(numbers.map(([number]) => childCalled(number)));
  const words = commands.flatMap((command) => command?.split('\0') ?? []);
  return words.filter((word) => word.startsWith(`${folder}/dist/`)).map((word) => word.slice(folder.length + 1));
}

/** What was typed, so to say, for a process that this one has started. */
async function childCalled(number: string): Promise<string | undefined> {
  const tell = async (file: string) =>
    new TextDecoder().decode(await workspace.fs.readFile(Uri.file(`/proc/${number}/${file}`)));
  // It may be gone by now.
  const status = await tell('status').catch(() => '');
  return status.includes(`PPid:\t${process.pid}\n`) ? tell('cmdline').catch(() => undefined) : undefined;
}
