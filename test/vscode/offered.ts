import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Prepared } from './host/locate.ts';
import { pageUrl } from './host/page-url.ts';
import { startServer } from './host/server.ts';
import { launchChromium } from './host/workbench.ts';

const CAPTURE = '{\n  "version": 1,\n  "objects": { "CsAllowedDomain": [] }\n}\n';

/** Files that lie beside each other, and of which a spec can be started by a button: by their names, or once the extension is awake. */
const FILES = {
  'contoso.tbxml': { text: '<TopologyBuilder />\n', offered: { asleep: true, awake: true } },
  'contoso.zone': { text: '$ORIGIN contoso.com.\n', offered: { asleep: true, awake: true } },
  'federation-capture.json': { text: CAPTURE, offered: { asleep: true, awake: true } },
  'march.json': { text: CAPTURE, offered: { asleep: false, awake: true } },
  'other.json': { text: '{ "name": "other" }\n', offered: { asleep: false, awake: false } },
} as const;

/**
 * Looks for the button that starts a spec on the title bar of files, in a window whose folder has no spec, so that the extension is asleep, and
 * in one whose folder has one. Tests that run in VS Code itself do not see it. Tells how it ended, as a process does.
 */
export async function runOffered(prepared: Prepared, extension: string): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'vo-'));
  const browser = await launchChromium(prepared);
  const server = await startServer({ prepared, home, settings: {} });
  let failures = 0;
  try {
    for (const how of ['asleep', 'awake'] as const) {
      const folder = mkdtempSync(join(tmpdir(), 'lync-federation-'));
      for (const [name, { text }] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
      if (how === 'awake') writeFileSync(join(folder, 'a.lync.yaml'), 'mistake: 1\n');
      const page = await browser.newPage();
      const file = join(folder, 'other.json');
      await page.goto(pageUrl({ authority: server.authority, folder, extension, file }).href);
      await page.locator('.editor-instance .monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
      // Only an extension that is awake finds something.
      if (how === 'awake')
        await page.locator('[id="status.problems"] [aria-label*="Errors"]').waitFor({ timeout: 60_000 });
      const told = async (what: string, isExpected: boolean) => {
        const isRight = await settles(page, isExpected);
        process.stdout.write(`  ${isRight ? '✔' : '✘'} ${what}\n`);
        if (!isRight) failures++;
      };
      for (const [name, { offered }] of Object.entries(FILES)) {
        await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).dblclick();
        await page.locator('.tab.active', { hasText: name }).waitFor();
        await told(`${name}, ${how}`, offered[how]);
      }
      if (how === 'awake') {
        await page.locator('.monaco-editor').first().click();
        await page.keyboard.press('Control+Alt+N');
        await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
        await told('a text that nobody has saved, empty', false);
        await page.keyboard.type('Get-CsAllowedDomain');
        await told('the same, once a command is typed', true);
      }
      await page.close();
      rmSync(folder, { recursive: true, force: true });
    }
    return failures > 0 ? 1 : 0;
  } finally {
    await browser.close();
    await server.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Whether the button is there, or is not, and that stays so: for a while the buttons of the file before are still there. */
async function settles(page: Page, isExpected: boolean): Promise<boolean> {
  const button = page.locator('.editor-actions [aria-label="Start a Spec from This"]');
  const limit = Date.now() + 20_000;
  for (let looks = 0; looks < 4; ) {
    if (Date.now() > limit) return false;
    await page.waitForTimeout(250);
    looks = ((await button.count()) === 1) === isExpected ? looks + 1 : 0;
  }
  return true;
}
