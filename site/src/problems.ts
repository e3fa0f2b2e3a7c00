import type { Diagnostic } from 'vscode-languageserver-protocol';
import { byId } from '../../view/src/page.ts';
import { filled, type Words } from './words.ts';

interface Doors {
  /** The page of a rule. */
  page(rule: string): string;
  go(problem: Diagnostic): void;
  fix(problem: Diagnostic): void;
}

/** Shows what was found as a list: each leads to its place, to its page and to its repairs. */
export function showProblems(problems: readonly Diagnostic[], words: Words, doors: Doors): void {
  const inOrder = problems.toSorted((a, b) => a.range.start.line - b.range.start.line);
  byId('problems').replaceChildren(
    ...inOrder.map((problem) => {
      const item = document.createElement('li');
      item.dataset.severity = String(problem.severity);
      const rule = String(problem.code ?? '');
      const kind = words.severities[problem.severity ?? 1];
      const place = filled(words.line, problem.range.start.line + 1);
      item.append(
        button(`${kind} · ${place}`, () => doors.go(problem)),
        ' ',
        ...(rule === '' ? [] : [link(rule, doors.page(rule)), ' ']),
        button(words.fix, () => doors.fix(problem)),
        paragraph(problem.message),
      );
      return item;
    }),
  );
}

function button(text: string, run: () => void): HTMLElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', run);
  return made;
}

function link(text: string, href: string): HTMLElement {
  const made = document.createElement('a');
  made.textContent = text;
  made.href = href;
  return made;
}

function paragraph(text: Diagnostic['message']): HTMLElement {
  const made = document.createElement('p');
  const parts = (typeof text === 'string' ? text : text.value).split('`');
  made.append(...parts.map((part, i) => (i % 2 === 0 ? part : codeOf(part))));
  return made;
}

function codeOf(text: string): HTMLElement {
  const made = document.createElement('code');
  made.textContent = text;
  return made;
}
