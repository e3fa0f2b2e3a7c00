import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { layOutAction } from '../../scripts/action-package.ts';
import { workspace } from './cli.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

/** The release file, unpacked where a runner unpacks an action: nothing else is there. */
export const released = await unpacked();
export const { inputs, outputs, runs }: Action = parse(readFileSync(join(released, 'action.yml'), 'utf8'));

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

async function unpacked(): Promise<string> {
  const root = workspace({});
  await layOutAction(join(root, 'made'));
  const folder = join(root, 'an action');
  mkdirSync(folder);
  await promisify(execFile)('tar', ['-cf', join(root, 'action.tar'), '-C', join(root, 'made'), '.']);
  await promisify(execFile)('tar', ['-xf', join(root, 'action.tar'), '-C', folder]);
  return folder;
}

/** Runs it as a runner does: the program alone, with inputs in its environment and files for what it tells. */
export function action(
  given: Readonly<Record<string, string>>,
  cwd: string,
  more: NodeJS.ProcessEnv = {},
): Promise<Run> {
  const files = workspace({ output: '', summary: '' });
  const all = Object.entries(inputs).map(([name, { default: usual }]) => [
    `INPUT_${name.toUpperCase().replaceAll(' ', '_')}`,
    given[name] ?? (usual.startsWith('${{') ? '' : usual),
  ]);
  const [GITHUB_OUTPUT, GITHUB_STEP_SUMMARY] = [join(files, 'output'), join(files, 'summary')];
  const env = { GITHUB_OUTPUT, GITHUB_STEP_SUMMARY, ...Object.fromEntries(all), ...more };
  return new Promise((resolve) => {
    execFile(process.execPath, [join(released, runs.main)], { cwd, env }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : 0;
      resolve({
        code,
        stdout,
        stderr,
        outputs: outputsIn(GITHUB_OUTPUT),
        summary: readFileSync(GITHUB_STEP_SUMMARY, 'utf8'),
      });
    });
  });
}

function outputsIn(file: string): Readonly<Record<string, string>> {
  const told = readFileSync(file, 'utf8').matchAll(/^([\w-]+)<<(.+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...told].map(([, name, , value]) => [name, value]));
}

/** Plays the comments of GitHub for whoever has the token. */
export async function api() {
  const comments: { id: number; body: string }[] = [];
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const isKnown = request.headers.authorization === 'Bearer secret';
    if (isKnown) asked.push(`${request.method} ${request.url}`);
    if (isKnown && request.method === 'POST') comments.push({ id: comments.length + 1, ...JSON.parse(body) });
    if (isKnown && request.method === 'PATCH') Object.assign(comments[0] ?? {}, JSON.parse(body));
    response.writeHead(isKnown ? 200 : 403, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isKnown ? comments : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, comments, asked, end: () => server.close() };
}
