import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { groupedBy } from '../../server/src/text/grouped.ts';
import type { Prepared } from './host/locate.ts';
import { pageUrl } from './host/page-url.ts';
import { type Server, startServer } from './host/server.ts';
import { launchChromium } from './host/workbench.ts';
import type { Picture } from './pictures.ts';
import { openedWorkbench, type Workbench } from './workbench-page.ts';

interface Options {
  readonly prepared: Prepared;
  /** The folder of the built extension. */
  readonly extension: string;
  readonly workspace: string;
  readonly pictures: readonly Picture[];
  /** Where the pictures go. */
  readonly folder: string;
}

/** Saves pictures of a real window of VS Code, a new one for each. */
export async function takeScreenshots(options: Options): Promise<void> {
  mkdirSync(options.folder, { recursive: true });
  const browser = await launchChromium(options.prepared);
  try {
    for (const pictures of groupedBy(options.pictures, ({ theme }) => theme).values())
      await takeInOneTheme(pictures, browser, options);
  } finally {
    await browser.close();
  }
}

/** A theme that is chosen stays: each has a server of its own. */
async function takeInOneTheme(pictures: readonly Picture[], browser: Browser, options: Options): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'vs-'));
  const server = await startServer({ prepared: options.prepared, home, settings });
  try {
    for (const picture of pictures) await take(picture, browser, server, options);
  } finally {
    await server.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function take(picture: Picture, browser: Browser, { authority }: Server, options: Options): Promise<void> {
  const { extension, workspace, folder } = options;
  const page = await browser.newPage({
    viewport: picture.size ?? { width: 1100, height: 720 },
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
  });
  try {
    const file = join(workspace, picture.file);
    await page.goto(pageUrl({ authority, folder: workspace, extension, file }).href);
    const workbench = await openedWorkbench(page, file);
    if (picture.theme) await choose(picture.theme, workbench);
    await picture.show?.(workbench);
    await page.waitForTimeout(500); // for the last bit of drawing
    const path = join(folder, `${picture.name}.png`);
    await page.screenshot({ path, animations: 'disabled', ...(picture.crop && { clip: picture.crop }) });
  } catch (error) {
    await page.screenshot({ path: join(folder, `failure-${picture.name}.png`) });
    throw error;
  } finally {
    await page.close();
  }
}

/** Gives the window a theme: those of high contrast do not come by the settings alone. */
async function choose(theme: string, { page, see }: Workbench): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+t');
  await see('.quick-input-list .monaco-list-row', 'Modern');
  await page.keyboard.type(theme);
  await see('.quick-input-list .monaco-list-row.focused', theme);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').first().waitFor({ state: 'hidden' });
}

const settings = {
  'workbench.colorTheme': 'Default Light Modern',
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
