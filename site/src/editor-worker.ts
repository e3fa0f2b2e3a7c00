// What the editor does beside the page: smallest edits, links, words.
import 'monaco-editor/editor/editor.worker.js';
