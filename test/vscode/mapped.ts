import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { CONTOSO, withPartners } from '../map/sight.ts';
import type { Prepared } from './host/locate.ts';
import { pageUrl } from './host/page-url.ts';
import { startServer } from './host/server.ts';
import { launchChromium } from './host/workbench.ts';
import { openedWorkbench, type Workbench } from './workbench-page.ts';

const DAY = 'lyncFederation: 1\nasOf: 2014-07-01\n';
const SPEC = CONTOSO.replace('lyncFederation: 1\n', DAY);
const MANY = withPartners(10_000).replace('lyncFederation: 1\n', DAY);

/** Opens the map in a window of VS Code, looks at it and works with it, as a person does. Tells how it ended, as a process does. */
export async function runMapped(prepared: Prepared, extension: string): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'vm-'));
  const folder = mkdtempSync(join(tmpdir(), 'lync-federation-'));
  writeFileSync(join(folder, 'contoso.lync.yaml'), SPEC);
  writeFileSync(join(folder, 'many.lync.yaml'), MANY);
  const browser = await launchChromium(prepared);
  const server = await startServer({ prepared, home, settings: { 'files.autoSave': 'off' } });
  let failures = 0;
  const told = (what: string, is: unknown, wanted: unknown) => {
    const isRight = JSON.stringify(is) === JSON.stringify(wanted);
    process.stdout.write(
      `  ${isRight ? '✔' : '✘'} ${what}${isRight ? '' : `: ${JSON.stringify(is)}, not ${JSON.stringify(wanted)}`}\n`,
    );
    if (!isRight) failures++;
  };
  try {
    for (const [name, look] of [
      ['contoso.lync.yaml', lookAtMap],
      ['many.lync.yaml', lookAtMany],
    ] as const) {
      const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
      const refused: string[] = [];
      page.on('console', (message) => {
        if (
          /Content Security Policy/i.test(message.text()) &&
          /map\.js|vscode-webview|srcdoc/i.test(message.location().url)
        )
          refused.push(message.text());
      });
      const file = join(folder, name);
      await page.goto(pageUrl({ authority: server.authority, folder, extension, file }).href);
      const workbench = await openedWorkbench(page, file);
      await look(await opened(workbench), workbench, told);
      told(`nothing is refused to the page of ${name}`, refused, []);
      await page.close();
    }
    return failures > 0 ? 1 : 0;
  } finally {
    await browser.close();
    await server.stop();
    for (const one of [folder, home]) rmSync(one, { recursive: true, force: true, maxRetries: 5 });
  }
}

type Told = (what: string, is: unknown, wanted: unknown) => void;

interface Opened {
  readonly map: FrameLocator;
  /** Milliseconds from the command to the first picture. */
  readonly after: number;
}

async function opened({ page, run }: Workbench): Promise<Opened> {
  await run('Show Federation Map');
  const began = performance.now();
  const map = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await map.locator('.station').first().waitFor({ timeout: 60_000 });
  return { map, after: performance.now() - began };
}

async function lookAtMap({ map }: Opened, { page }: Workbench, told: Told): Promise<void> {
  const station = (id: string) => map.locator(`.station[data-id="${id}"]`);
  const looks = async (id: string) => (await station(id).getAttribute('class')) ?? '';
  told('what has ended is red', await looks('public-provider AOL'), 'station public-provider error closed');
  told(
    'what it says can be heard',
    /^AOL, public provider\. Line 21\. No message goes there\. The service behind AOL ended on 2014-06-30/.test(
      (await station('public-provider AOL').getAttribute('aria-label')) ?? '',
    ),
    true,
  );

  const slider = map.locator('#slider');
  await until(() => slider.isEnabled());
  await setSlider(map, '2013-03-01');
  told(
    'the slider goes back to a day on which it was there',
    await looks('public-provider AOL'),
    'station public-provider fine',
  );
  await map.locator('#after').click();
  told('the next turn is a warning', await looks('public-provider AOL'), 'station public-provider warning');
  told('the day is told', ((await map.locator('#day').textContent()) ?? '').startsWith('2014-04-01'), true);
  told(
    'and what has come',
    /^2014-04-01: From this day on: .*AOL/.test((await map.locator('#told').textContent()) ?? ''),
    true,
  );
  await slider.focus();
  await page.keyboard.press('Home');
  told('keys move it, too', ((await map.locator('#day').textContent()) ?? '').startsWith('2005-01-01'), true);
  await map.locator('#home').click();
  told('and it leads back', await looks('public-provider AOL'), 'station public-provider error closed');
  told('the strip shows turns, and today', (await map.locator('#strip .today, #strip .turn').count()) > 4, true);

  await station('partner fabrikam.com').click();
  told('a click leads to the line', await lineOf(page), '15');
  await station('pool sip.contoso.com').focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  told('arrows lead along the roads', await focused(map), 'sip-domain contoso.com');
  await page.keyboard.press('Enter');
  told('and Enter to the line', await lineOf(page), '13');

  await map.locator('#to').fill('AOL');
  await map.locator('#way button[type=submit]').click();
  await until(async () => (await looks('public-provider AOL')).includes('broken'));
  told('a way stands out', await looks('gate'), 'station gate fine on-trail');
  told('with what is off it dim', await looks('partner fabrikam.com'), 'station partner fine off-trail');
  told(
    'and its broken link is said',
    /^The way to AOL is broken where this should be so: /.test((await map.locator('#told-way').textContent()) ?? ''),
    true,
  );
  await map.locator('#way button[type=reset]').click();
  await until(async () => (await looks('gate')) === 'station gate fine');

  await page.locator('.view-line', { hasText: '- fabrikam.com' }).click();
  await page.keyboard.press('End');
  await page.keyboard.type('.au');
  await until(async () => (await station('partner fabrikam.com.au').count()) === 1);
  told('it follows what is typed', await station('partner fabrikam.com').count(), 0);
}

async function lookAtMany({ map, after }: Opened, _: Workbench, told: Told): Promise<void> {
  process.stdout.write(`  10,000 partners: the first picture after ${Math.round(after)} ms\n`);
  told('the first picture of 10,000 partners comes soon', after < LONGEST, true);
  told('they stand as one', await map.locator('.station.group').count(), 1);
  const slider = map.locator('#slider');
  await until(() => slider.isEnabled());
  const frames = await framesOf(map);
  process.stdout.write(`  10,000 partners: ${frames.toFixed(1)} frames a second while the slider moves\n`);
  told('the slider moves with 30 frames a second', frames >= 30, true);
  await map.locator('#search').fill('p4711');
  await map.locator('#found button').first().click();
  await until(async () => (await map.locator('.station[data-id="partner p4711.example"]').count()) === 1);
  told('one of them is found, and drawn by itself', await focused(map), 'partner p4711.example');
}

/** Milliseconds; on a machine that does other things as well it takes longer. */
const LONGEST = 3000;

async function until(is: () => Promise<boolean>): Promise<void> {
  const limit = Date.now() + 60_000;
  while (!(await is())) {
    if (Date.now() > limit) throw new Error(`never so: ${is}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The line of the cursor, as the status bar tells it. */
async function lineOf(page: Page): Promise<string | undefined> {
  await page.waitForTimeout(700);
  const text = await page.locator('[id="status.editor.selection"]').textContent();
  return /Ln (\d+)/.exec(text ?? '')?.[1];
}

async function focused(map: FrameLocator): Promise<string | null> {
  return map.locator('.station:focus').getAttribute('data-id', { timeout: 5000 });
}

async function setSlider(map: FrameLocator, date: string): Promise<void> {
  await map.locator('#slider').evaluate(
    (input: { value: string; dispatchEvent(event: object): void }, day) => {
      input.value = day;
      input.dispatchEvent(new (Reflect.get(globalThis, 'Event'))('input'));
    },
    String(Date.parse(date) / 86_400_000),
  );
  await map.locator('#day').getByText(date).waitFor();
}

/** How many pictures a second are drawn while the slider goes from one end to the other and each turn is drawn. */
async function framesOf(map: FrameLocator): Promise<number> {
  return map
    .locator('#slider')
    .evaluate(async (input: { min: string; max: string; value: string; dispatchEvent(event: object): void }) => {
      const frame = (run: (time: number) => void) => Reflect.get(globalThis, 'requestAnimationFrame')(run);
      const [first, last] = [Number(input.min), Number(input.max)];
      const times: number[] = [];
      const steps = 120;
      for (let i = 0; i <= steps; i++) {
        input.value = String(Math.round(first + ((last - first) * i) / steps));
        input.dispatchEvent(new (Reflect.get(globalThis, 'Event'))('input'));
        times.push(await new Promise<number>(frame));
      }
      // A machine that does other things as well leaves out a frame now and then: the usual one counts.
      const waits = times.slice(1).map((time, i) => time - (times[i] ?? 0));
      return 1000 / (waits.toSorted((a, b) => a - b)[waits.length >> 1] ?? 1000);
    });
}
