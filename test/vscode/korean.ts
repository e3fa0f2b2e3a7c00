import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { koreanManifest } from '../../scripts/l10n/korean.ts';
import { type Prepared, repository } from './host/locate.ts';
import { pageUrl } from './host/page-url.ts';
import { startServer } from './host/server.ts';
import { spoken } from './host/web-page.ts';
import { launchChromium } from './host/workbench.ts';
import { openedWorkbench } from './workbench-page.ts';

/** Where pictures go of what was seen, to be looked at. */
const PICTURES = join(repository, 'out', 'korean');

/**
 * Walks through a window whose display language is Korean, and looks whether what the extension shows is Korean: hovers, problems, lenses,
 * hints, commands, a plan, the tree and the settings. What VS Code itself says comes from a language pack, which is not installed here.
 */
export async function runKorean(prepared: Prepared, extension: string, workspace: string): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'vk-'));
  mkdirSync(PICTURES, { recursive: true });
  const browser = await launchChromium(prepared);
  const server = await startServer({ prepared, home, settings: {} });
  const title = koreanManifest();
  let failures = 0;
  try {
    const { page, workbench } = await opened('legacy-messengers.lync.yaml');
    const { goTo, hover, rest, run, see } = workbench;
    const expect = async (what: string, shown: Locator) => {
      const texts = await shown.allTextContents();
      const left = texts.filter((text) => /[A-Za-z]{2}/.test(text) && !/[가-힣]/.test(text));
      const isRight = texts.some((text) => /[가-힣]/.test(text)) && left.length === 0;
      process.stdout.write(
        `  ${isRight ? '✔' : '✘'} ${what}${isRight ? '' : `: ${left.join(' | ') || 'nothing is there'}`}\n`,
      );
      await page.screenshot({ path: join(PICTURES, `${what.replaceAll(' ', '-')}.png`) });
      if (!isRight) failures++;
    };
    await rest();
    await see('.codelens-decoration a', '계획');
    await expect('lenses', page.locator('.codelens-decoration a'));
    await hover('AOL');
    await expect('hover', page.locator('.monaco-hover:not(.hidden) .hover-row:not(.status-bar)'));
    await goTo('providers');
    await hover('providers');
    await expect('key', page.locator('.monaco-hover:not(.hidden) .hover-row:not(.status-bar)'));
    await goTo('AOL');
    await page.keyboard.press('Control+.');
    await see('.action-widget .monaco-list-row.action', '제거');
    await expect('repairs', page.locator('.action-widget .monaco-list-row.action .title'));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+m');
    const problems = page.locator('.markers-panel-container .monaco-list-row .marker-message-line');
    await problems.first().waitFor();
    await expect('problems', problems);
    await run(`Lync Federation: ${title['command.previewPlan']}`);
    await see('.editor-instance .view-line', '계획');
    await expect('plan', page.locator('.tab[aria-selected=true], .editor-instance .view-line', { hasText: /계획/ }));
    await page.close();
    return failures > 0 ? 1 : 0;
  } finally {
    await browser.close();
    await server.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }

  async function opened(name: string) {
    const page = await inKorean(browser);
    const file = join(workspace, name);
    await page.goto(pageUrl({ authority: server.authority, folder: workspace, extension, file }).href);
    return { page, workbench: await openedWorkbench(page, file) };
  }
}

/** A page of VS Code whose display language is Korean. */
async function inKorean(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1300, height: 800 }, locale: 'ko-KR' });
  await page.addInitScript(spoken('ko'));
  return page;
}
