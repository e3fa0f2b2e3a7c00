import { execFile } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, workspace } from '../cli/cli.ts';

/** A spec with two errors; one of them has a fix that is safe. */
export const SPEC = `lyncFederation: 1
asOf: 2014-07-01
server:
  product: lync-2013
providers:
  public:
    - identity: AOL
      enabled: true
      iconURL: https://aol.example/icon.png
`;
export const FIXED = SPEC.replace('iconURL', 'iconUrl');

/** What editors show of it. */
export const FOUND = [
  [7, 'The service behind `AOL` ended on 2014-06-30: messages to it are lost. Remove the provider.'],
  [9, '`iconURL` is not a key of `providers.public`, so it has no effect. Did you mean `iconUrl`?'],
];
export const CARD = "AOL's messenger, open in its last years to existing customers only.";

/** The blocks of the page that stand below a heading, letter by letter. */
export function blocksFor(editor: string): readonly string[] {
  const section = readFileSync('docs/editors.md', 'utf8')
    .split(/^### /m)
    .find((text) => text.startsWith(`${editor}\n`));
  return [...(section ?? '').matchAll(/^```\w+\n([\s\S]*?)^```$/gm)].map(([, body = '']) => body);
}

export interface Desk {
  readonly home: string;
  readonly env: NodeJS.ProcessEnv;
}

/** The home of somebody who has installed the command line, with files of his, and a spec. */
export function desk(files: Readonly<Record<string, string>>): Desk {
  const home = workspace({ 'contoso.lync.yaml': SPEC, 'bin/lync-federation': started(), ...files });
  chmodSync(join(home, 'bin', 'lync-federation'), 0o755);
  const { PATH = '' } = process.env;
  return { home, env: { HOME: home, PATH: `${join(home, 'bin')}:${PATH}`, LANG: 'C.UTF-8', TERM: 'dumb' } };
}

function started(): string {
  return `#!/bin/sh\nexec "${process.execPath}" "${bundle}" "$@"\n`;
}

/** Runs an editor until it ends, and tells what its script says as lines of JSON, with what it warns of. */
export async function told(desk: Desk, program: string, args: readonly string[], script: string) {
  const path = join(desk.home, script);
  writeFileSync(path, readFileSync(join('test', 'editors', script), 'utf8'));
  const { stdout, warned } = await new Promise<{ stdout: string; warned: string }>((resolve, reject) => {
    const options = { cwd: desk.home, env: desk.env, timeout: 60_000 };
    execFile(program, [...args], options, (error, stdout, stderr) =>
      error ? reject(new Error(`${program} failed: ${error.message}\n${stdout}`)) : resolve({ stdout, warned: stderr }),
    );
  });
  const lines = stdout.split('\n').flatMap((line) => (line.startsWith('{"') ? [JSON.parse(line)] : []));
  return Object.assign({ warned }, ...lines);
}
