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
  readonly crop?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly show?: (workbench: Workbench) => Promise<void>;
}

/** What a person sees, each in a window of its own. */
export const pictures: readonly Picture[] = [
  {
    name: 'squiggles-and-hover',
    isDocumented: true,
    file: 'legacy-messengers.lync.yaml',
    show: ({ hover }) => hover('AOL'),
  },
  {
    name: 'hints',
    file: 'legacy-messengers.lync.yaml',
    size: { width: 1100, height: 1900 },
  },
  {
    name: 'hints-hybrid',
    file: 'hybrid-microsoft-365.lync.yaml',
    size: { width: 1100, height: 1900 },
  },
  {
    name: 'hints-multi',
    file: 'multi-domain.lync.yaml',
    size: { width: 1100, height: 1900 },
  },
  {
    name: 'hints-2015',
    file: 'lync-skype-2015.lync.yaml',
    size: { width: 1100, height: 1900 },
  },
  {
    name: 'hints-2019',
    file: 'lync-skype-2019.lync.yaml',
    size: { width: 1100, height: 1900 },
  },
  {
    name: 'problems',
    file: 'multi-domain.lync.yaml',
    async show({ page, see }) {
      await page.keyboard.press('Control+Shift+m');
      await see('.markers-panel-container .monaco-list-row', 'legacy-messengers');
    },
  },
  {
    name: 'references',
    file: 'legacy-messengers.lync.yaml',
    async show({ goTo, see }) {
      await goTo('AOL');
      await (await see('.codelens-decoration a', '1 use')).click();
      await see('.peekview-widget .ref-tree .monaco-list-row');
    },
  },
  {
    name: 'call-hierarchy',
    file: 'legacy-messengers.lync.yaml',
    async show({ goTo, run, see }) {
      await goTo('global');
      await run('Calls: Peek Call Hierarchy');
      await see('.peekview-widget .call-hierarchy .monaco-list-row');
    },
  },
  {
    name: 'refactor-preview',
    file: 'legacy-messengers.lync.yaml',
    async show({ page, run, see }) {
      await run('Source Action...');
      await (await see('.action-widget .monaco-list-row', 'with a look at each change')).click();
      await see('.refactor-preview .monaco-list-row');
      await page.waitForTimeout(1000);
    },
  },
];
