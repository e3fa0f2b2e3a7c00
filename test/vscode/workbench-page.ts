import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';

/** A window of VS Code with a file in its editor, and what a person does there. */
export interface Workbench {
  readonly page: Page;
  /** Runs a command of the palette by its title. */
  readonly run: (title: string) => Promise<void>;
  /** Puts the cursor before the first text of this kind in the file. */
  readonly goTo: (text: string) => Promise<void>;
  /** Lets the mouse rest on the first text of this kind until the hover has appeared. */
  readonly hover: (text: string) => Promise<void>;
  /** Waits until something is to be seen. */
  readonly see: (selector: string, text?: string) => Promise<Locator>;
  /** Leaves the editor alone in the window. */
  readonly alone: () => Promise<void>;
  /** Waits until the lines have come to rest: lenses are drawn one after another. */
  readonly rest: () => Promise<void>;
}

/** Waits until VS Code has opened a file and knows the problems of its folder. */
export async function openedWorkbench(page: Page, file: string): Promise<Workbench> {
  const editor = page.locator('.editor-instance .monaco-editor').first();
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  await editor.locator('.view-line').first().waitFor({ timeout: 60_000 });
  await page.locator('[id="status.problems"] [aria-label*="Errors"]').waitFor({ timeout: 60_000 });

  const see = async (selector: string, text?: string) => {
    const found = page.locator(selector, text === undefined ? {} : { hasText: text }).first();
    await found.waitFor({ timeout: 30_000 });
    return found;
  };
  const run = async (title: string) => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').first().waitFor();
    await page.keyboard.type(title);
    await (await see('.quick-input-list .monaco-list-row', title)).waitFor();
    await page.keyboard.press('Enter');
  };
  const goTo = async (text: string) => {
    const { line, column } = placeOf(lines, text);
    await page.keyboard.press('Control+g');
    await page.keyboard.type(`${line}:${column}`);
    await page.keyboard.press('Enter');
  };
  const alone = () => page.keyboard.press('Control+b'); // hides the list of files
  const rest = async () => {
    const look = () => page.locator('.codelens-decoration, .view-line').evaluateAll(drawn);
    let before = await look();
    const limit = Date.now() + 30_000;
    for (let same = 0; same < 4; ) {
      if (Date.now() > limit) throw new Error(`the lines do not come to rest:\n${before}`);
      await page.waitForTimeout(250);
      const now = await look();
      same = now === before && !now.includes('unfinished') ? same + 1 : 0;
      before = now;
    }
  };
  const hover = async (text: string) => {
    await goTo(text);
    await rest();
    const { line } = placeOf(lines, text);
    const written = (lines[line - 1] ?? '').trim();
    const token = editor.locator('.view-line', { hasText: written }).first().getByText(text).first();
    await restOn(token, text);
    await see('.monaco-hover:not(.hidden) .monaco-hover-content');
  };
  return { page, run, goTo, hover, see, alone, rest };
}

function placeOf(lines: readonly string[], text: string): { readonly line: number; readonly column: number } {
  const line = lines.findIndex((candidate) => candidate.includes(text));
  if (line < 0) throw new Error(`no line holds \`${text}\``);
  return { line: line + 1, column: (lines[line] ?? '').indexOf(text) + 1 };
}

interface Box {
  readonly top: number;
  readonly bottom: number;
}

/** As much of an element of the page as is asked for here. */
interface Drawn {
  readonly textContent: string | null;
  readonly classList: { contains(name: string): boolean };
  closest(selector: string): Drawn | null;
  getBoundingClientRect(): Box;
}

/** What is drawn in the editor and where. It runs in the page. */
function drawn(elements: readonly Drawn[]): string {
  const texts = elements.map((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    const view = one.closest('.monaco-editor')?.getBoundingClientRect();
    if (view === undefined || top < view.top || bottom > view.bottom) return '';
    const text = one.textContent?.trim();
    const isLens = one.classList.contains('codelens-decoration');
    const isUnfinished = isLens && (!text || text.startsWith('Preview plan')); // the day stands before that
    return `${isUnfinished ? 'unfinished' : text} ${top}`;
  });
  return texts.join('\n');
}

/** A line may be drawn anew between two looks at it: then it is looked at once more. */
async function restOn(token: Locator, text: string, looks = 10): Promise<void> {
  const written = (await token.textContent({ timeout: 3000 }))?.replaceAll('\u00a0', ' ');
  const box = await token.boundingBox({ timeout: 3000 });
  if (written && box) {
    const middle = (written.indexOf(text) + text.length / 2) / written.length;
    return token.hover({ position: { x: box.width * middle, y: box.height / 2 }, timeout: 3000 });
  }
  if (looks === 0) throw new Error(`\`${text}\` is not in view`);
  await token.page().waitForTimeout(250);
  return restOn(token, text, looks - 1);
}
