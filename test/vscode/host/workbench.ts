import { format } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { HostError } from './host-error.ts';
import type { Prepared } from './locate.ts';

/** How a run ended: the tests' own exit code, or another one and the reason. */
export interface Outcome {
  readonly code: number;
  readonly why?: string;
}

const timeLimit = 900_000;

/** Starts Chromium without a window, without a network but this machine. */
export async function launchChromium(prepared: Prepared): Promise<Browser> {
  if (!prepared.chromium) throw new HostError(69, 'Chromium is missing: run `node scripts/setup.mjs --vscode`.');
  return chromium.launch({
    executablePath: prepared.chromium,
    ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
    ],
  });
}

/** Opens a workbench that runs extension tests, passes on what they print, and says how they ended. */
export async function runWorkbench(browser: Browser, url: URL): Promise<Outcome> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url.origin });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text())) errors.push(message.text().slice(0, 500));
  });
  const outcome = await new Promise<Outcome>((resolve) => {
    const limit = setTimeout(resolve, timeLimit, {
      code: 124,
      why: `the time limit of ${timeLimit / 1000} s is reached`,
    });
    limit.unref();
    const crash = (why: string) => resolve({ code: 70, why });
    browser.on('disconnected', () => crash('Chromium left'));
    page.on('crash', () => crash('the workbench page crashed'));
    page.on('dialog', (dialog) => dialog.dismiss());
    open(page, url, resolve, crash).catch((error) => crash(`the workbench does not open: ${error.message}`));
  });
  if (outcome.code !== 0) {
    for (const error of new Set(errors.slice(-50))) process.stderr.write(`workbench: ${error}\n`);
  }
  return outcome;
}

/** Of the page's console: what came with the log already (%c), files that are looked for, parts this build does without. */
const expected = /^%c|^Failed to load resource|bad HTTP response code|Activating extension 'vscode\.|nls\.json/;

/** The workbench calls these two functions of the page, as the desktop calls its main process. */
async function open(page: Page, url: URL, end: (outcome: Outcome) => void, crash: (why: string) => void) {
  let passed = false;
  await page.exposeFunction('codeAutomationLog', (type: string, values: readonly unknown[]) => {
    const text = format(...values);
    if (text.includes('It will be treated as a permanent error')) crash(`the workbench has no connection: ${text}`);
    passed ||= /^\s*[1-9]\d* passing/m.test(text);
    if (noise.some((pattern) => pattern.test(text))) return;
    const stream = type === 'error' || type === 'warn' ? process.stderr : process.stdout;
    stream.write(`${text}\n`);
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => {
    if (code === 0 && !passed) crash('the run ended without a single passed test');
    else end({ code });
  });
  await page.goto(url.href, { waitUntil: 'commit', timeout: 60_000 });
}

/** The workbench's own log comes the same way as the output of the tests. */
const noise = [
  /^\[(ChatModelSelection|chat-stt|AgentHost|AccountPolicyGate|reconnection-grace-time|Service Worker|driver)/,
  /^(Resolving|Resolved) connection token/,
  /^Creating a socket/,
  /^Ignoring fetching additional builtin/,
  /^Creation of workbench contribution/,
  /^Updating additional builtin extensions cache/,
  /^(Started|Completed) initializing default profile/,
  /^An unknown error occurred\. Please consult the log/,
  /^(Found additional builtin location|Loading development extension|No search provider registered)/,
  /^Ignoring the error while validating workspace folder/,
  /^Timed out waiting for authentication provider/,
  /^Request to '.*package\.nls\.json' failed/,
  /^\[?(Extension Host|Settings Sync)\]? /,
];
