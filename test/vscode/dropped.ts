import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Prepared } from './host/locate.ts';
import { pageUrl } from './host/page-url.ts';
import { startServer } from './host/server.ts';
import { launchChromium } from './host/workbench.ts';
import { openedWorkbench } from './workbench-page.ts';

/** What a console showed, in a file that lies outside of the window. */
const CONSOLE = 'PS C:\\> Get-CsBlockedDomain | fl\r\n\r\nIdentity : spam.example\r\nDomain   : spam.example\r\n';

/** What an editor shows once the file was dropped, by what it held before: the spec that the file makes, or nothing of it. */
const CASES = [
  {
    name: 'an empty spec becomes that of the file',
    before: '',
    after: ['# Imported from console.txt', 'lyncFederation: 1', '', 'domains:', '  blocked:', '    - spam.example', ''],
  },
  {
    name: 'another one stays what it is',
    before: 'lyncFederation: 1\nmistake: 1\n',
    after: ['lyncFederation: 1', 'mistake: 1', ''],
  },
] as const;

/** Drops a file into editors of VS Code, which tests that run inside of it cannot. Tells how it ended, as a process does. */
export async function runDropped(prepared: Prepared, extension: string): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'vd-'));
  const browser = await launchChromium(prepared);
  const server = await startServer({ prepared, home, settings: {} });
  try {
    for (const { name, before, after } of CASES) {
      const shown = await dropped(before);
      const isRight = shown.join('\n') === after.join('\n');
      process.stdout.write(`  ${isRight ? '✔' : '✘'} ${name}${isRight ? '' : `:\n${shown.join('\n')}`}\n`);
      if (!isRight) return 1;
    }
    return 0;
  } finally {
    await browser.close();
    await server.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }

  /** The lines of an editor into which the file was dropped. */
  async function dropped(before: string): Promise<readonly string[]> {
    const folder = mkdtempSync(join(tmpdir(), 'lync-federation-'));
    const file = join(folder, 'a.lync.yaml');
    writeFileSync(file, before);
    writeFileSync(join(folder, 'b.lync.yaml'), 'mistake: 1\n'); // shows when the server is there: in an empty spec nothing is wrong
    const page = await browser.newPage();
    try {
      await page.goto(pageUrl({ authority: server.authority, folder, extension, file }).href);
      const { see, rest } = await openedWorkbench(page, file);
      if (before === '') await see('.codelens-decoration', 'Start from'); // moves the line into which the file is dropped
      await rest();
      await drop(page, 'console.txt', CONSOLE);
      if (before === '') await see('.view-line', 'Imported');
      else await page.waitForTimeout(2000); // nothing comes that could be waited for
      const lines = await page.locator('.editor-instance .monaco-editor .view-line').allTextContents();
      return lines.map((line) => line.replaceAll('\u00a0', ' '));
    } finally {
      await page.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** Drags a file from outside into the editor and lets go of it with Shift held down, as that drops into the text. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const editor = page.locator('.editor-instance .monaco-editor .view-lines').first();
  // Lenses may stand above the first line.
  const box = await editor.locator('.view-line').first().boundingBox();
  const place = { clientX: (box?.x ?? 0) + 40, clientY: (box?.y ?? 0) + 8 };
  // As text: the types of pages are not known here.
  const file = `new File([${JSON.stringify(text)}], ${JSON.stringify(name)}, { type: 'text/plain' })`;
  const dataTransfer = await page.evaluateHandle(
    `(() => { const dropped = new DataTransfer(); dropped.items.add(${file}); return dropped; })()`,
  );
  await page.keyboard.down('Shift');
  for (const type of ['dragenter', 'dragover', 'dragover', 'drop']) {
    await editor.dispatchEvent(type, { dataTransfer, shiftKey: true, ...place });
    await page.waitForTimeout(300);
  }
  await page.keyboard.up('Shift');
}
