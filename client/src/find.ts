import { FileType, Uri, workspace } from 'vscode';

/**
 * The files below a folder that are wanted by name. It walks by itself: in the web the search of VS Code waits for a provider that
 * most file systems do not have.
 */
export async function findFiles(folder: Uri, isWanted: (name: string) => boolean): Promise<readonly Uri[]> {
  const found: Uri[] = [];
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const entries = await Promise.resolve(workspace.fs.readDirectory(next)).catch(() => []);
    for (const [name, type] of entries) {
      const uri = Uri.joinPath(next, name);
      if (type === FileType.Directory && !name.startsWith('.') && name !== 'node_modules') waiting.push(uri);
      if (type === FileType.File && isWanted(name)) found.push(uri);
    }
  }
  return found;
}
