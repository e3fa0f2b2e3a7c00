import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { Prepared } from './host/locate.ts';
import { pageUrl } from './host/page-url.ts';
import { startServer } from './host/server.ts';
import { launchChromium } from './host/workbench.ts';

/** One picture, `name` without `.png`: the file at its top, or at the first line that holds the text the mouse rests on. */
export interface Picture {
  readonly name: string;
  readonly hoverText?: string;
}

interface Options {
  readonly prepared: Prepared;
  /** The folder of the built extension. */
  readonly extension: string;
  readonly workspace: string;
  /** The file to open, relative to the workspace. */
  readonly file: string;
  readonly pictures: readonly Picture[];
  /** Where the pictures go. */
  readonly folder: string;
  readonly theme?: string;
}

/** Opens a file in VS Code, waits for its problems, and saves pictures of the window. */
export async function takeScreenshots(options: Options): Promise<void> {
  mkdirSync(options.folder, { recursive: true });
  const home = mkdtempSync(join(tmpdir(), 'vs-'));
  const theme = { 'workbench.colorTheme': options.theme ?? 'Default Light Modern' };
  const server = await startServer({ prepared: options.prepared, home, settings: { ...settings, ...theme } });
  const browser = await launchChromium(options.prepared);
  try {
    const page = await browser.newPage({
      viewport: { width: 1100, height: 720 },
      deviceScaleFactor: 2,
      reducedMotion: 'reduce',
    });
    const { authority } = server;
    const { extension, workspace } = options;
    const file = join(workspace, options.file);
    await page.goto(pageUrl({ authority, folder: workspace, extension, file }).href);
    const editor = page.locator('.editor-instance .monaco-editor').first();
    await editor.locator('.view-line').first().waitFor({ timeout: 60_000 });
    await page.locator('[id="status.problems"] [aria-label*="Errors"]').waitFor({ timeout: 60_000 });
    const lines = readFileSync(file, 'utf8').split(/\r?\n/);
    for (const picture of options.pictures) {
      if (picture.hoverText) await hover(page, editor, lines, picture.hoverText);
      await page.waitForTimeout(500); // for the last bit of drawing
      await page.screenshot({ path: join(options.folder, `${picture.name}.png`) });
    }
  } catch (error) {
    const [page] = browser.contexts().flatMap((context) => context.pages());
    await page?.screenshot({ path: join(options.folder, 'failure.png') });
    throw error;
  } finally {
    await browser.close();
    await server.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

const settings = {
  'editor.fontSize': 14,
  'editor.minimap.enabled': false,
  'editor.hover.delay': 200,
  'editor.hover.above': false, // the lines before the one in question stay in sight
  'editor.cursorBlinking': 'solid',
  'breadcrumbs.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.accounts.experimental.showEntitlements': false,
};

/** Scrolls to the first line that holds the text and lets the mouse rest on it until the hover has appeared. */
async function hover(page: Page, editor: Locator, lines: readonly string[], text: string): Promise<void> {
  const line = lines.find((candidate) => candidate.includes(text));
  if (line === undefined) throw new Error(`no line holds \`${text}\``);
  await page.keyboard.press('Control+g');
  await page.keyboard.type(`${lines.indexOf(line) + 1}`);
  await page.keyboard.press('Enter');
  const token = editor.locator('.view-line', { hasText: line.trim() }).first().getByText(text).first();
  // The lines move while lenses and squiggles are being drawn, so the mouse goes there until the hover has come.
  for (let attempt = 1; ; attempt++) {
    try {
      await restOn(token, text);
      await page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').first().waitFor({ timeout: 3000 });
      return;
    } catch (error) {
      if (attempt === 10) throw error;
      await page.mouse.move(0, 0);
      await page.waitForTimeout(300);
    }
  }
}

async function restOn(token: Locator, text: string): Promise<void> {
  const written = (await token.textContent({ timeout: 3000 }))?.replaceAll('\u00a0', ' ');
  const box = await token.boundingBox({ timeout: 3000 });
  if (!written || !box) throw new Error(`\`${text}\` is not in view`);
  const middle = (written.indexOf(text) + text.length / 2) / written.length;
  await token.hover({ position: { x: box.width * middle, y: box.height / 2 }, timeout: 3000 });
}
