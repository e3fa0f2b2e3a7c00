import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { extname, join, relative } from 'node:path';
import { transform } from 'esbuild';
import type { Prepared } from './locate.ts';
import { workbenchPage } from './web-page.ts';
import { answerAboutFile, inside } from './web-workspace.ts';
import { launchChromium, type Outcome, runWorkbench } from './workbench.ts';

interface Options {
  readonly prepared: Prepared;
  readonly extension: string;
  /** A script inside the extension's folder. */
  readonly tests: string;
  readonly workspace: string;
  /** The display language, where it is another one than English. */
  readonly language?: string;
}

/** Runs extension tests in VS Code for the Web: the workbench as static files, the extension in the browser's worker, no server. */
export async function runInWeb(options: Options): Promise<Outcome> {
  const answer = site(options);
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Methods', 'GET, PUT, POST, DELETE');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.setHeader('Content-Type', contentTypes[extname(url.pathname)] ?? 'application/octet-stream');
    if (url.pathname === '/') response.setHeader('Content-Type', 'text/html');
    if (request.method === 'OPTIONS') return response.end();
    try {
      response.end(await answer(url, request));
    } catch (error) {
      response.statusCode = 404;
      response.end(String(error));
    }
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const browser = await launchChromium(options.prepared);
  try {
    return await runWorkbench(browser, new URL(`http://localhost:${port}/`));
  } finally {
    await browser.close().catch(() => {});
    server.close();
    server.closeAllConnections();
  }
}

/** The site's folders: the workbench, the extension under test, the file system extension, the workspace. */
function site({ prepared, extension, tests, workspace, language }: Options) {
  const workbench = withoutServer(readFileSync(join(prepared.vscode, workbenchScript), 'utf8'));
  const testsPath = relative(extension, tests).replaceAll('\\', '/');
  return async (url: URL, request: IncomingMessage): Promise<string | Buffer> => {
    const [, top = '', path = ''] = /^\/([^/]*)(.*)$/.exec(url.pathname) ?? [];
    const below = new URL((path || '/') + url.search, url);
    switch (top) {
      case '':
        return workbenchPage({ authority: request.headers.host ?? '', testsPath, language });
      case 'build':
        return path === `/${workbenchScript}` ? workbench : readFile(inside(prepared.vscode, path));
      case 'extension':
        return readFile(inside(extension, path));
      case 'fs':
        return fileSystemExtension(path);
      case 'workspace':
        return answerAboutFile(workspace, below, request);
      default:
        throw new Error(`nothing at ${url.pathname}`);
    }
  };
}

const workbenchScript = 'out/vs/code/browser/workbench/workbench.js';

/** Undoes the two changes that tie this build of the workbench to its server; Microsoft's own web build has neither. */
function withoutServer(script: string): string {
  const changes = [
    [/\{\.\.\.JSON\.parse\((\w+)\),remoteAuthority:location\.host\}/, 'JSON.parse($1)'],
    [
      /[\w$]+\(([\w$]+)\.file\(this\.userDataPath\)\.with\(\{scheme:([\w$]+)\.vscodeRemote\}\),"User"\)/,
      '$1.file("/User").with({scheme:$2.vscodeUserData})',
    ],
  ] as const;
  return changes.reduce((text, [from, to]) => {
    if (!from.test(text)) throw new Error(`the workbench has no ${from}: is it another version?`);
    return text.replace(from, to);
  }, script);
}

async function fileSystemExtension(path: string): Promise<string> {
  if (path === '/package.json') {
    return JSON.stringify({
      name: 'web-folder',
      publisher: 'test',
      version: '1.0.0',
      engines: { vscode: '^1.96.0' },
      activationEvents: ['onFileSystem:web-folder'],
      browser: './extension.js',
    });
  }
  if (path === '/package.nls.json') return '{}';
  if (path !== '/extension.js') throw new Error(`nothing at ${path}`);
  const source = await readFile(join(import.meta.dirname, 'fs-provider.ts'), 'utf8');
  return (await transform(source, { loader: 'ts', format: 'cjs' })).code;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.html': 'text/html',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};
