import type { Workbench } from './workbench-page.ts';

/** One picture of a window: which file is in it, and what is done there before it is taken. */
export interface Picture {
  /** Without `.png`. */
  readonly name: string;
  /** The documentation shows it. */
  readonly isDocumented?: boolean;
  /** The file to open, relative to the workspace. */
  readonly file: string;
  readonly size?: { readonly width: number; readonly height: number };
  /** The part to keep, in pixels of the window. */
  /** The theme of the window, where it is not the light one. */
  readonly theme?: string;
  readonly crop?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly show?: (workbench: Workbench) => Promise<void>;
}

/** The map beside its spec, with the way to a partner. */
const map: Pick<Picture, 'isDocumented' | 'file' | 'size' | 'show'> = {
  isDocumented: true,
  file: 'multi-domain.lync.yaml',
  size: { width: 1500, height: 600 },
  async show({ alone, page, rest, run }) {
    await alone();
    await rest();
    await run('Show Federation Map');
    const frame = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await frame.locator('#slider:enabled').waitFor({ timeout: 60_000 });
    await frame.locator('#to').fill('northwind.example');
    await frame.locator('#way button[type=submit]').click();
    await frame.locator('.station.broken').waitFor();
    await frame.locator('#day').click(); // what has the focus is made large
    await run('View: Toggle Maximize Editor Group');
    await frame.locator('#fit').click();
    await frame.locator('#slider:enabled').waitFor();
    await page.mouse.move(0, 0);
  },
};

/** What a person sees, each in a window of its own. */
export const pictures: readonly Picture[] = [
  {
    name: 'squiggles-and-hover',
    isDocumented: true,
    file: 'legacy-messengers.lync.yaml',
    show: ({ hover }) => hover('AOL'),
  },
  {
    name: 'new-spec',
    isDocumented: true,
    file: 'lync-skype-2015.lync.yaml',
    size: { width: 1000, height: 560 },
    async show({ alone, rest, run, see }) {
      await alone();
      await rest();
      await run('New Federation Spec');
      await see('.quick-input-list .monaco-list-row', 'Hybrid');
    },
  },
  {
    name: 'plan',
    isDocumented: true,
    file: 'hybrid-microsoft-365.lync.yaml',
    size: { width: 1300, height: 620 },
    async show({ alone, rest, run, see, page }) {
      await alone();
      await rest();
      await run('Lync Federation: Preview Plan');
      await see('.editor-instance .view-line', 'New-CsSipDomain');
      await rest();
      await page.mouse.move(0, 0);
    },
  },
  { ...map, name: 'map' },
  { ...map, name: 'map-dark', theme: 'Dark Modern' },
  { ...map, name: 'map-high-contrast', theme: 'Dark High Contrast' },
  { ...map, name: 'map-high-contrast-light', theme: 'Light High Contrast' },
  {
    name: 'lenses',
    file: 'legacy-messengers.lync.yaml',
    size: { width: 1100, height: 1250 },
    async show({ alone, rest }) {
      await alone();
      await rest();
    },
  },
  {
    name: 'hints',
    isDocumented: true,
    file: 'multi-domain.lync.yaml',
    size: { width: 1100, height: 1250 },
    crop: { x: 56, y: 374, width: 739, height: 322 },
    async show({ alone, rest }) {
      await alone();
      await rest();
    },
  },
  {
    name: 'problems',
    file: 'hybrid-microsoft-365.lync.yaml',
    async show({ page, rest, see }) {
      await page.keyboard.press('Control+Shift+m');
      await see('.markers-panel-container .monaco-list-row', 'legacy-messengers');
      await rest();
    },
  },
  {
    name: 'references',
    file: 'hybrid-microsoft-365.lync.yaml',
    async show({ alone, goTo, rest, run, see }) {
      await alone();
      await goTo('adatum.com, isDefault');
      await rest();
      await run('Peek References');
      await see('.peekview-widget .ref-tree .monaco-list-row');
    },
  },
  {
    name: 'call-hierarchy',
    file: 'lync-skype-2015.lync.yaml',
    async show({ page, alone, goTo, rest, run, see }) {
      await alone();
      await goTo('global');
      await rest();
      await run('Peek Call Hierarchy');
      await (await see('.peekview-widget [aria-label^="Show Outgoing Calls"]')).click();
      await see('.peekview-widget .call-hierarchy .monaco-list-row', 'Skype');
      await page.mouse.move(0, 0);
    },
  },
  {
    name: 'refactor-preview',
    isDocumented: true,
    file: 'multi-domain.lync.yaml',
    size: { width: 1000, height: 760 },
    crop: { x: 52, y: 484, width: 943, height: 240 },
    async show({ page, alone, run, rest, see }) {
      await alone();
      await rest();
      await run('Source Action...');
      await (await see('.action-widget .monaco-list-row', 'with a look at each change')).click();
      await see('.bulk-edit-panel .monaco-list-row');
      await (await see('[aria-label="Group Changes By Type"]')).click();
      await see('.bulk-edit-panel .monaco-list-row', 'names no host');
      await page.mouse.move(0, 0);
    },
  },
];
