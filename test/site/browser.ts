import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { writeSite } from '../../scripts/site/site.ts';
import { type Prepared, repository } from '../vscode/host/locate.ts';
import { launchChromium } from '../vscode/host/workbench.ts';

const folder = join(repository, 'out', 'site');
const stops = readFileSync(join(import.meta.dirname, 'stops.js'), 'utf8');
const axe = readFileSync(join(repository, 'node_modules/axe-core/axe.min.js'), 'utf8');

/**
 * Opens the site in Chromium, from its folder and from below a path of a server, and works with it as a visitor does. Tells how it ended, as a
 * process does.
 */
export async function runOnSite(prepared: Prepared): Promise<number> {
  await writeSite(folder);
  const browser = await launchChromium(prepared);
  const server = await served();
  const asked = new Set<string>();
  let failures = 0;
  const step: Step = async (what, isSo) => {
    const why = await isSo().then(
      (is) => (is === true ? undefined : JSON.stringify(is)),
      (error: unknown) => String(error),
    );
    process.stdout.write(`  ${why === undefined ? '✔' : '✘'} ${what}${why === undefined ? '' : `: ${why}`}\n`);
    if (why !== undefined) failures++;
  };
  try {
    const onDisk = `${pathToFileURL(folder)}/`;
    await visit(await opened(browser, asked), onDisk, step);
    await visitByHttp(await opened(browser, asked), server.root, step);
    const page = await opened(browser, asked);
    for (const path of PAGES) await step(`axe-core finds nothing on ${path}`, () => faultsOf(page, onDisk + path));
    const foreign = [...asked].filter((url) => !isOfOrigin(url, [onDisk, server.root]));
    await step('nothing is asked of anybody else', async () => foreign.length === 0 || foreign);
    return failures > 0 ? 1 : 0;
  } finally {
    await browser.close();
    server.stop();
  }
}

/** `true` where it is so, else what is. */
type Step = (what: string, isSo: () => Promise<unknown>) => Promise<void>;

/** Of each kind of page one, in both languages. */
const PAGES = ['', 'docs/ko/'].flatMap((language) => [
  `${language}index.html`,
  `${language || 'docs/'}project.html`,
  `${language || 'docs/'}rules/retired-provider.html`,
  `${language}playground.html#rule=retired-provider`,
]);

async function opened(browser: Browser, asked: Set<string>): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(20_000);
  page.on('request', (request) => asked.add(request.url()));
  return page;
}

async function visit(page: Page, root: string, step: Step): Promise<void> {
  const problem = (rule: string) =>
    page.locator('#problems li', { has: page.getByRole('link', { name: rule, exact: true }) });
  const appears = async (rule: string, is = true) => {
    await problem(rule)
      .first()
      .waitFor({ state: is ? 'visible' : 'detached' });
    return true;
  };
  const text = async () =>
    (await page.locator('#editor .view-line').allTextContents()).toSorted().join('\n').replaceAll('\xa0', ' ');
  await page.goto(`${root}docs/rules/retired-provider.html`);
  await page.locator('.try a').click();
  await step('the page of a rule leads to its example, which shows what it finds', () => appears('retired-provider'));
  await step('the map shows it', async () => {
    await page.frameLocator('#map').locator('.station.public-provider.error').first().waitFor();
    return true;
  });

  await step('the slider changes the verdict, and the map', async () => {
    await setDay(page, '2013-03-01');
    await appears('retired-provider', false);
    await page.frameLocator('#map').locator('.station.public-provider.fine').first().waitFor();
    return (await page.locator('#date').inputValue()) === '2013-03-01';
  });
  await step('a button leads to the next turn', async () => {
    await page.locator('#turns option').first().waitFor({ state: 'attached' });
    await page.locator('#after').click();
    await appears('retired-provider');
    return (await page.locator('#date').inputValue()) === '2014-04-01';
  });
  await page.locator('#home').click();
  await step('the map replays the years by itself', async () => {
    const map = page.frameLocator('#map');
    await map.locator('#slider:enabled').waitFor();
    await map.locator('#before').click();
    await map.locator('.station.public-provider.fine').first().waitFor();
    await map.locator('#home').click();
    return (await map.locator('#strip .turn').count()) > 0;
  });
  await step('Tab alone reaches all there is, shows where it is, and leads out again', () => walked(page));

  await step('a button leads to the line, where keys show what is known of the provider', async () => {
    await problem('retired-provider').first().getByRole('button', { name: 'Line 8' }).click();
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    await page.locator('.monaco-hover', { hasText: 'AOL Instant Messenger' }).first().waitFor();
    return true;
  });
  await page.keyboard.press('Escape');
  await step('a fix repairs it', async () => {
    await problem('retired-provider').first().getByRole('button', { name: 'Fix…' }).click();
    await page
      .locator('.action-widget')
      .getByText(/Remove/)
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await problem('retired-provider').filter({ hasText: 'AOL' }).waitFor({ state: 'detached' });
    return !/identity: AOL/.test(await text());
  });
  await step('what is typed is judged', async () => {
    await page.locator('.view-line', { hasText: 'lyncFederation: 1' }).click();
    await page.keyboard.press('End');
    await page.keyboard.type('\nmistake: 1');
    return appears('unknown-key');
  });
  await step('keys are completed', async () => {
    // As fast as a person: the editor knows by then what kind of word it is.
    await page.keyboard.type('\norg', { delay: 100 });
    await page.locator('.suggest-widget .monaco-list-row', { hasText: 'organization' }).first().waitFor();
    return true;
  });
  await page.keyboard.press('Escape');

  await step('a link brings the text back', async () => {
    const before = await text();
    await page.locator('#share').click();
    await page.locator('#shared:not(:empty)').waitFor();
    const address = page.url();
    await page.goto('about:blank');
    await page.goto(address);
    await appears('unknown-key');
    return (await text()) === before;
  });
  await step('and goes along to the other language', async () => {
    await page.locator('a.language').click();
    await page.locator('#problems li', { hasText: '수정…' }).first().waitFor();
    await appears('unknown-key');
    return /mistake: 1/.test(await text());
  });
}

async function visitByHttp(page: Page, root: string, step: Step): Promise<void> {
  await page.goto(`${root}playground.html#rule=cmdlet-syntax`);
  await step('below a path of a server it works as well, with the grammar of PowerShell', async () => {
    await page.getByRole('link', { name: 'cmdlet-syntax', exact: true }).first().waitFor();
    return true;
  });
}

/** What axe-core finds by day and by night. */
async function faultsOf(page: Page, url: string): Promise<unknown> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    if (colorScheme === 'light') await page.goto(url);
    if (url.includes('playground')) await page.frameLocator('#map').locator('.station').first().waitFor();
    for (const frame of page.frames()) await frame.evaluate(axe);
    const { violations }: Audit = await page.evaluate('axe.run({ resultTypes: ["violations"] })');
    for (const { id, nodes } of violations)
      found.push(...nodes.map(({ target, failureSummary }) => `${colorScheme} ${id} ${target}: ${failureSummary}`));
  }
  return found.length === 0 || found;
}

interface Audit {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary: string }[];
  }[];
}

/** Goes through the page by Tab alone: what was not reached, or does not show that it has the focus. */
async function walked(page: Page): Promise<unknown> {
  await page.evaluate(stops);
  await page.locator('.skip').focus();
  // What a script focuses does not show it.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  const hidden: string[] = [];
  for (let steps = 0; steps < 300; steps++) {
    const at: Stop = await page.evaluate('stops.here()');
    if (at.isAgain) {
      const missed: readonly string[] = await page.evaluate('stops.missed()');
      return (at.isFirst && missed.length + hidden.length === 0) || { stopped: at.what, missed, hidden };
    }
    if (!at.isSeen) hidden.push(at.what);
    await page.keyboard.press('Tab');
  }
  return 'it never ends';
}

interface Stop {
  readonly what: string;
  readonly isSeen: boolean;
  /** Whether the focus was there before. */
  readonly isAgain: boolean;
  readonly isFirst: boolean;
}

async function setDay(page: Page, date: string): Promise<void> {
  await page.locator('#slider').fill(String(Date.parse(date) / 86_400_000));
}

function isOfOrigin(url: string, roots: readonly string[]): boolean {
  return /^(?:blob|data|about):/.test(url) || roots.some((root) => url.startsWith(root));
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
};

/** A server that hands out the files of the site below a path, and knows nothing else. */
async function served(): Promise<{ readonly root: string; stop(): Server }> {
  const server = createServer(({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const type = TYPES[extname(pathname)];
    if (type === undefined || !pathname.startsWith(PREFIX)) return response.writeHead(404).end();
    return response
      .writeHead(200, { 'content-type': type })
      .end(readFileSync(join(folder, pathname.slice(PREFIX.length))));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { root: `http://localhost:${port}${PREFIX}`, stop: () => server.close() };
}

const PREFIX = '/some/where/';
