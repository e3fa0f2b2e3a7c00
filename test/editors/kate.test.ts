import { execFile, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { blocksFor, CARD, desk, FIXED, FOUND } from './desk.ts';

const [settings = '', syntax = ''] = blocksFor('Kate');

/** Kate takes no script: what the server answers it is read on the way, and what somebody types is typed on a display. */
it.runIf(process.platform === 'linux')('Kate shows findings and a card, and takes a fix', async () => {
  const { home, env } = desk({
    '.config/kate/lspclient/settings.json': settings,
    '.local/share/org.kde.syntax-highlighting/syntax/lync-federation.xml': syntax,
    '.config/anonymous.katesession': '[Kate Plugins]\nlspclientplugin=true\n',
    answered: '',
  });
  const server = join(home, 'bin', 'lync-federation');
  writeFileSync(join(home, '.config', 'katerc'), `[lspclient]\nAllowedServerCommandLines=${server} lsp --stdio\n`);
  writeFileSync(server, readFileSync(server, 'utf8').replace(/^exec (.*)$/m, `$1 | tee "${home}/answered"`));
  const file = (name: string) => readFileSync(join(home, name), 'utf8');
  const answer = <T>(pick: (message: Answer) => T | undefined) =>
    eventually(() =>
      messages(file('answered'))
        .map(pick)
        .find((one) => one !== undefined),
    );

  const display = await virtualDisplay();
  Object.assign(env, { DISPLAY: display.name, QT_QPA_PLATFORM: 'xcb' });
  const type = (...keys: readonly string[]) => promisify(execFile)('xdotool', keys, { env });
  const kate = spawn('kate', ['--startanon', '-n', '-l', '7', '-c', '18', 'contoso.lync.yaml'], {
    cwd: home,
    env,
    stdio: 'ignore',
  });
  try {
    const found = await answer(({ params }) => params?.diagnostics);
    expect(found.map(({ range, message }) => [range.start.line + 1, message])).toEqual(FOUND);
    await type('search', '--sync', '--onlyvisible', '--name', 'contoso', 'windowfocus', '--sync');

    await type('key', 'alt+l', 'y');
    const card = await answer(({ result }) => result?.contents?.value);
    expect(card).toContain(CARD);

    await type('key', 'Escape', 'Down', 'Down', 'Home', 'alt+Return');
    const first = await answer(({ result }) => result?.[0]?.title);
    expect(first).toBe('Rename `iconURL` to `iconUrl`');
    await setTimeout(300); // its menu fills
    await type('key', 'Down', 'Return');
    await setTimeout(300);
    await type('key', 'ctrl+s');
    await eventually(() => file('contoso.lync.yaml') === FIXED || undefined);
  } finally {
    kate.kill();
    display.end();
  }
});

/** What a server says, as far as it is looked at. */
interface Answer {
  readonly params?: { readonly diagnostics?: readonly Found[] };
  readonly result?: {
    readonly [index: number]: { readonly title?: string };
    readonly contents?: { readonly value?: string };
  };
}
interface Found {
  readonly range: { readonly start: { readonly line: number } };
  readonly message: string;
}

/** The messages of a stream that have come in whole. */
function messages(stream: string): readonly Answer[] {
  const bytes = Buffer.from(stream);
  const all: Answer[] = [];
  for (let at = 0; ; ) {
    const [head, length] = /^Content-Length: (\d+)\r\n(?:.+\r\n)*\r\n/.exec(bytes.toString('latin1', at)) ?? [];
    if (head === undefined) return all;
    const end = at + head.length + Number(length);
    if (end > bytes.length) return all;
    all.push(JSON.parse(bytes.toString('utf8', at + head.length, end)));
    at = end;
  }
}

async function eventually<T>(look: () => T | undefined): Promise<T> {
  const end = Date.now() + 50_000;
  for (;;) {
    const seen = look();
    if (seen !== undefined) return seen;
    if (Date.now() > end) throw new Error('It has not come.');
    await setTimeout(50);
  }
}

async function virtualDisplay(): Promise<{ readonly name: string; end(): void }> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const told = server.stdio[3] as Readable;
  const number = await new Promise((resolve, reject) => {
    server.on('error', reject);
    told.on('data', (data) => resolve(String(data).trim()));
  });
  return { name: `:${number}`, end: () => void server.kill() };
}
