import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Prepared } from './host/locate.ts';
import { pageUrl } from './host/page-url.ts';
import { startServer } from './host/server.ts';
import { launchChromium } from './host/workbench.ts';
import { openedWorkbench } from './workbench-page.ts';

/** A mistake that stands there in any case, and a line that is not as the capture says. */
const SPEC = 'lyncFederation: 1\nserver: { product: sfb-se }\nmistake: 1\ndomains: { allowed: [fabrikam.com] }\n';
const CAPTURE = '{ "version": 1, "objects": { "CsAllowedDomain": [] } }';

/**
 * What a window says of a folder whose own settings name a capture, by whether it trusts the folder; what the view of the specs begins
 * with; and what is said to who wants to save a script.
 */
const WANTED = {
  trusted: 'Errors: 1, Warnings: 1, No partner alone',
  restricted:
    'Restricted Mode, Errors: 1, No partner alone, In Restricted Mode this extension writes nothing. Trust the workspace first.',
} as const;

/**
 * Opens a folder in a window of VS Code that trusts it and in one that does not. Tests that run in VS Code itself are always trusted, so
 * this one looks from outside. Tells how it ended, as a process does.
 */
export async function runRestricted(prepared: Prepared, extension: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'lync-federation-'));
  mkdirSync(join(folder, '.vscode'));
  const file = join(folder, 'a.lync.yaml');
  writeFileSync(file, SPEC);
  writeFileSync(join(folder, 'live.json'), CAPTURE);
  writeFileSync(join(folder, '.vscode/settings.json'), '{ "lyncFederation.capture": "live.json" }');
  const browser = await launchChromium(prepared);
  try {
    for (const [name, wanted] of Object.entries(WANTED)) {
      const said = await told(name === 'restricted');
      process.stdout.write(`  ${said === wanted ? '✔' : '✘'} ${name}: ${said}\n`);
      if (said !== wanted) return 1;
    }
    return 0;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }

  async function told(asksForTrust: boolean): Promise<string> {
    const home = mkdtempSync(join(tmpdir(), 'vr-'));
    const server = await startServer({ prepared, home, asksForTrust, settings });
    const page = await browser.newPage();
    try {
      await page.goto(pageUrl({ authority: server.authority, folder, extension, file }).href);
      await openedWorkbench(page, file);
      const mode = page.locator('[id="status.workspaceTrust"]');
      if (asksForTrust) await mode.waitFor();
      const problems = await page.locator('[id="status.problems"] [aria-label]').first().getAttribute('aria-label');
      const viewed = await firstInView(page);
      const said = asksForTrust ? [await saidOfSaving(page)] : [];
      return [...(await mode.allTextContents()), problems, viewed, ...said].map((text) => text?.trim()).join(', ');
    } finally {
      await page.close();
      await server.stop();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    }
  }
}

/** Of a window that asks nobody, and so trusts no folder. In a browser trust is not asked for unless one wants it. */
const settings = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.untrustedFiles': 'open',
  'security.workspace.trust.banner': 'never',
};

/** The first line below the spec in the view, which is closed until somebody wants it. */
async function firstInView(page: Page): Promise<string | null> {
  await page.locator('.pane-header[aria-label="Federation Section"]').click();
  return page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row .label-name').nth(1).textContent();
}

async function saidOfSaving(page: Page): Promise<string | null> {
  const title = 'Save the Collector Script';
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().waitFor();
  await page.keyboard.type(title);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
  // Windows of tests show notifications only to who opens the list of them.
  await page.locator('[id="status.notifications"] .codicon-bell-dot').click();
  return page.locator('.notification-list-item-message').first().textContent();
}
