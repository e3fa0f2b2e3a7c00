import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { koreanManifest, read, type Texts } from '../../scripts/l10n/korean.ts';
import { HostError } from './host/host-error.ts';
import { type Prepared, repository } from './host/locate.ts';
import { startServer } from './host/server.ts';
import { spoken } from './host/web-page.ts';
import { launchChromium } from './host/workbench.ts';

/** Where pictures go of each step, to be looked at. */
const PICTURES = join(repository, 'out', 'newcomer');

/** What the collector brought home from the servers of the newcomer: a provider whose service has ended. */
const CAPTURE = JSON.stringify({
  version: 1,
  captured: '2015-03-09T10:12:44Z',
  objects: {
    CsAccessEdgeConfiguration: [{ Identity: 'Global', AllowFederatedUsers: true }],
    CsAllowedDomain: [{ Identity: 'fabrikam.com', Domain: 'fabrikam.com' }],
    CsPublicProvider: [{ Identity: 'AOL', Name: 'AOL', ProxyFqdn: 'sip.oscar.aol.com', Enabled: true }],
  },
});

/** By language: the texts of the manifest, and what the verdict on the provider says. */
const LANGUAGES = {
  en: { title: read('package.nls.json'), verdict: /`AOL`.*ended/ },
  ko: { title: koreanManifest(), verdict: /`AOL`.*종료/ },
} as const;

/** What is open in one window does not come back in the next one. */
const settings = { 'files.hotExit': 'off' };

/** All of the way, on a slow machine, too. */
const FIVE_MINUTES = 300_000;
const STEPS = 4;

/**
 * Goes the way of a newcomer: VS Code with the packed extension installed and nothing else, no Node on the path, no network and no folder.
 * Two buttons and a file lead to a spec of the newcomer's own servers with a verdict, once in English and once in Korean.
 */
export async function runNewcomer(prepared: Prepared): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'vn-'));
  const capture = join(home, 'capture.json');
  writeFileSync(capture, CAPTURE);
  mkdirSync(PICTURES, { recursive: true });
  install(prepared, home);
  const browser = await launchChromium(prepared);
  const server = await startServer({ prepared, home, path: join(home, 'no-programs'), settings });
  try {
    for (const language of ['en', 'ko'] as const) {
      const began = performance.now();
      await walk({ browser, authority: server.authority, capture, language });
      process.stdout.write(`  ✔ ${language}: a verdict after ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
    }
    return 0;
  } finally {
    await browser.close();
    await server.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Packs the extension as it is built, and installs it as `code --install-extension` does. */
function install({ node, vscode }: Prepared, home: string): void {
  run('scripts/package.ts', '--vsix');
  const folders = ['--server-data-dir', join(home, 's'), '--extensions-dir', join(home, 'e')];
  const file = join(repository, 'lync-federation.vsix');
  const server = join(vscode, 'out', 'server-main.js');
  run(server, '--accept-server-license-terms', ...folders, '--install-extension', file);

  function run(...args: readonly string[]): void {
    const { status, stdout, stderr } = spawnSync(node, args, { cwd: repository, encoding: 'utf8' });
    if (status !== 0) throw new HostError(70, `${args[0]} ended with ${status}\n${stdout}${stderr}`);
  }
}

interface Way {
  readonly browser: Browser;
  readonly authority: string;
  readonly capture: string;
  readonly language: keyof typeof LANGUAGES;
}

async function walk({ browser, authority, capture, language }: Way): Promise<void> {
  const { title, verdict } = LANGUAGES[language];
  const page = await browser.newPage({ viewport: { width: 1200, height: 760 } });
  page.setDefaultTimeout(FIVE_MINUTES / STEPS);
  if (language !== 'en') await page.addInitScript(spoken(language));
  try {
    await page.goto(`http://${authority}/?ew=true&payload=${encodeURIComponent('[["skipWelcome","true"]]')}`);
    const start = page.getByRole('button', { name: button(title) });
    await page.locator('.activitybar .codicon-explorer-view-icon').click();
    await picture('1-nothing-is-open', start);
    await start.first().click();
    const path = page.locator('.quick-input-widget input[type=text]');
    await path.waitFor();
    // The dialog writes a folder of its own into the box once it is ready.
    for (let tries = 0; tries < 20 && (await path.inputValue()) !== capture; tries++) {
      await path.fill(capture);
      await page.waitForTimeout(1000);
    }
    await picture('2-the-file', page.locator('.quick-input-widget'));
    await page.keyboard.press('Enter');
    await picture('3-a-spec', page.locator('.view-line', { hasText: 'fabrikam.com' }));
    await page.keyboard.press('Control+Shift+m');
    await picture('4-judged', page.locator('.markers-panel-container .marker-message-line', { hasText: verdict }));
  } catch (error) {
    await page.screenshot({ path: join(PICTURES, `${language}-failure.png`) });
    throw error;
  } finally {
    await page.close();
  }

  async function picture(step: string, sight: ReturnType<Page['locator']>): Promise<void> {
    await sight.first().waitFor();
    await page.screenshot({ path: join(PICTURES, `${language}-${step}.png`) });
  }
}

/** The label of the button in the welcome view that starts a spec of files. */
function button({ welcome = '' }: Texts): string {
  const [, label] = /\[([^\]]*)\]\(command:lyncFederation\.startSpec\)/.exec(welcome) ?? [];
  if (label === undefined) throw new Error('no button of the welcome view starts a spec of files');
  return label;
}
