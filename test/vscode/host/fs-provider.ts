// An extension for the web host alone: the workspace folder as a file system of the browser, read and written over HTTP.
import * as vscode from 'vscode';

/** Registers the file system; the web host serves this extension and the folder from one address. */
export function activate(context: vscode.ExtensionContext): void {
  const { scheme, authority } = context.extensionUri;
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const tell = (type: vscode.FileChangeType, uri: vscode.Uri) => changed.fire([{ type, uri }]);
  const ask = async (uri: vscode.Uri, query: string, init?: RequestInit) => {
    const path = uri.path.split('/').map(encodeURIComponent).join('/');
    const answer = await fetch(`${scheme}://${authority}/workspace${path}${query}`, init);
    if (answer.status === 404) throw vscode.FileSystemError.FileNotFound(uri);
    if (!answer.ok) throw vscode.FileSystemError.Unavailable(uri);
    return answer;
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => {}),
    stat: async (uri) => JSON.parse(await (await ask(uri, '?stat')).text()),
    readDirectory: async (uri) => JSON.parse(await (await ask(uri, '?list')).text()),
    readFile: async (uri) => new Uint8Array(await (await ask(uri, '')).arrayBuffer()),
    createDirectory: async (uri) => {
      await ask(uri, '?folder', { method: 'PUT' });
      tell(vscode.FileChangeType.Created, uri);
    },
    writeFile: async (uri, content) => {
      await ask(uri, '', { method: 'PUT', body: new Uint8Array(content) });
      tell(vscode.FileChangeType.Changed, uri);
    },
    delete: async (uri) => {
      await ask(uri, '', { method: 'DELETE' });
      tell(vscode.FileChangeType.Deleted, uri);
    },
    rename: async (from, to) => {
      await ask(from, `?to=${encodeURIComponent(to.path)}`, { method: 'POST' });
      tell(vscode.FileChangeType.Deleted, from);
      tell(vscode.FileChangeType.Created, to);
    },
  };
  const options = { isCaseSensitive: true };
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('web-folder', provider, options));
}
