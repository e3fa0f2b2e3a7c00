interface Options {
  /** Host and port of the VS Code server. */
  readonly authority: string;
  readonly folder: string;
  /** The extension under development. */
  readonly extension: string;
  readonly tests?: string;
  readonly file?: string;
}

/** The address of the server's workbench with a folder open and an extension loaded from its source folder. */
export function pageUrl({ authority, folder, extension, tests, file }: Options): URL {
  const remote = (path: string) => `vscode-remote://${authority}${path.split('/').map(encodeURIComponent).join('/')}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['extensionDevelopmentPath', remote(extension)],
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
    ...(file ? [['openFile', remote(file)]] : []),
  ];
  const url = new URL(`http://${authority}/`);
  url.searchParams.set('folder', folder);
  url.searchParams.set('payload', JSON.stringify(payload));
  return url;
}
