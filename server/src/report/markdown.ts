import { mermaid } from '../map/mermaid.ts';
import { markdownCellOf, markdownOf } from '../text/markdown.ts';
import { link, type Message } from '../text/message.ts';
import type { Cell, Facts, Link, Part, Report, ReportedStep, Table } from './report.ts';

/** A report as a page of Markdown, which GitHub and many wikis show with its map. */
export function markdownReport({ title, facts, sections, bundle }: Report): string {
  const words = (message: Message) => markdownOf(message, bundle);
  const inCell = (one: Message | Link) => markdownCellOf('to' in one ? linked(one) : one, bundle);
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

  const factList = ({ rows }: Facts) => rows.map(([name, said]) => `- ${words(name)}: ${words(said)}`);

  const table = ({ title: caption, head, rows }: Table) => [
    ...(caption ? [`**${words(caption)}**`, ''] : []),
    row(head.map(inCell)),
    row(head.map(() => '---')),
    ...rows.map(({ cells }) => row(cells.map((lines: Cell) => lines.map(inCell).join('<br>')))),
  ];

  const step = ({ title: name, body }: ReportedStep, i: number) => [
    `${i + 1}. ${words(name)}`,
    ...body.flatMap((one) => [
      '',
      ...('commands' in one ? fenced(one.commands, 'powershell') : [words(one)]).map((line) => `   ${line}`),
    ]),
  ];

  const part = (one: Part): readonly string[] => {
    switch (one.kind) {
      case 'text':
        return [words(one.text)];
      case 'list':
        return one.items.map((item) => `- ${words(item)}`);
      case 'facts':
        return factList(one);
      case 'table':
        return table(one);
      case 'links':
        return [`${words(one.name)}: ${one.links.map((each) => words(linked(each))).join(' ')}`];
      case 'steps':
        return one.steps.flatMap((each, i) => (i === 0 ? step(each, i) : ['', ...step(each, i)]));
      case 'map':
        return fenced(mermaid(one.scene.drawn, one.scene).trimEnd().split('\n'), 'mermaid');
    }
  };

  const blocks = [
    [`# ${words(title)}`],
    factList(facts),
    ...sections.flatMap(({ title: name, parts }) => [[`## ${words(name)}`], ...parts.map(part)]),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Within one file nothing leads to a row of a table, so a number stays words. */
function linked({ words, to }: Link): Message {
  return to.startsWith('#') ? words : { template: '[{0}]({1})', values: [words, link(to)] };
}

/** Lines that are shown letter by letter: the fence is longer than any within. */
function fenced(lines: readonly string[], language: string): readonly string[] {
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence];
}
