import * as monaco from 'monaco-editor/editor.js';
import 'monaco-editor/languages/definitions/yaml/register.js';
import { byId } from '../../view/src/page.ts';
import { workerOf } from './parts.ts';

export type Editor = monaco.editor.IStandaloneCodeEditor;

/** Its name makes it a spec. The client of the editor writes addresses in small letters. */
const SPEC = monaco.Uri.parse('file:///playground/spec.lync.yaml');

/** Opens the editor in the colours of the page. */
export function openEditor(): Editor {
  Object.assign(globalThis, { MonacoEnvironment: { getWorker: () => workerOf('editor') } });
  for (const [name, { base, rules, colors }] of Object.entries(THEMES))
    monaco.editor.defineTheme(name, { base, inherit: true, rules: [...rules], colors });
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const theme = () => (dark.matches ? 'dark' : 'light');
  dark.addEventListener('change', () => monaco.editor.setTheme(theme()));
  return monaco.editor.create(byId('editor'), {
    model: monaco.editor.createModel('', 'yaml', SPEC),
    theme: theme(),
    ariaLabel: byId('spec-name').textContent ?? '',
    automaticLayout: true,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    fixedOverflowWidgets: true,
    fontSize: 14,
    tabSize: 2,
    renderFinalNewline: 'on',
    // A plain word of YAML, such as a key that has just begun, is a string to the editor.
    quickSuggestions: { other: true, comments: false, strings: true },
    // Tab leads out of the editor and on, as on any page; Ctrl+M takes it for indentation.
    tabFocusMode: true,
    'semanticHighlighting.enabled': true,
  });
}

/** The colours of the page, and what is too faint to be read in those of the editor. */
const THEMES = {
  light: {
    base: 'vs',
    rules: [],
    colors: {
      'editor.background': '#ffffff',
      'editorCodeLens.foreground': '#57606a',
      'editorInlayHint.foreground': '#57606a',
      'editorInlayHint.background': '#f3f4f6',
      'editorLineNumber.foreground': '#57606a',
    },
  },
  dark: {
    base: 'vs-dark',
    rules: [{ token: 'comment', foreground: '8fbc7a' }],
    colors: {
      'editor.background': '#1f2328',
      'editorCodeLens.foreground': '#9da7b3',
      'editorInlayHint.foreground': '#9da7b3',
      'editorInlayHint.background': '#2b3036',
      'editorLineNumber.foreground': '#9da7b3',
    },
  },
} as const;
