import { readers, SCRIPT } from '../../server/src/plan/import/readers.ts';
import { type Bundle, ENGLISH, textOf } from '../../server/src/text/message.ts';
import { korean } from '../l10n/korean.ts';
import type { Generator } from './generator.ts';
import { cell, replacePart, textOfFile } from './markdown.ts';

const KOREAN_PAGE = 'docs/ko/import.md';

/** A page with all that `import` reads, in each language. */
export const importDocs: Generator = async () => [
  ['docs/import.md', page()],
  [KOREAN_PAGE, replacePart((await textOfFile(KOREAN_PAGE)) ?? '', 'readers', table(IN_KOREAN, korean()))],
];

function table([columns = '', ...scripts]: readonly string[], texts: Bundle): string {
  const rows = readers.map(({ format, about, gives }) => [textOf(about, texts), `\`${format}\``, textOf(gives, texts)]);
  return [columns, '| --- | --- | --- |', ...[...rows, scripts].map((row) => `| ${row.map(cell).join(' | ')} |`)].join(
    '\n',
  );
}

function page(): string {
  return `# What \`import\` reads

Give it what there is: files, folders, standard input. What a file is, is told by what it holds, not by its name, and several
files together make one spec. \`--format-of\` says it where a file looks like something else. A file that is none of these is
refused with a word on what it looks like; where nothing of what was named is read, no spec is written and the exit code is 1.

Text is read as UTF-8, and as UTF-16 with a mark or without; else as a guess at the code page of Windows (949, 932, 850, 1252),
which is told.

${table(IN_ENGLISH, ENGLISH)}

Of which cmdlet a list or a table is, its type, the command above it, the name of its file or its columns tell. Where several cmdlets
show the same columns, as \`Identity,Domain,Comment\` of allowed and of blocked domains, that is said, and a file that is named
\`Get-CsAllowedDomain.csv\` is clear. What is not shown, be it a column that is absent, is not taken for empty or for a default.

What a spec has no place for stays in it as a comment, and the report says so. Nothing is guessed: a value that the console
cut off, a day that could be two days, a list that nobody can read are comments, too.

Of a split-brain DNS, name the inner zone with \`--internal FILE\` (or a folder or a pattern; \`check\` takes it, too), or write a comment \`; view: internal\` above its records. A list that
names the view of each record, as that of Infoblox does, needs neither, where the name of the view tells who sees it.

## Without a spec

\`check\` takes the same files, several of them as one deployment, and judges what they say:

\`\`\`console
$ lync-federation check edge.tbxml contoso.zone
\`\`\`

Each finding points to the line from which the value comes; where a file has no lines that say anything, such as that of a
certificate, to the file as a whole. What would be a comment in a spec is told. What the files do not show is not missed:
where nobody looked at DNS, no record is. There is nothing to repair:
\`import --output contoso.lync.yaml --check\` writes the spec that can be, and judges it. Only files that are named are read like
that, not those that a search of a folder finds, and by their names files of YAML are specs and \`*.ps1\` are scripts, unless they
are configurations of Microsoft365DSC.

\`drift\` and \`plan --live\` read the same files as well.
`;
}

/** The columns, and the row of the scripts, which have no reader of their own. */
const IN_ENGLISH: readonly string[] = [
  '| What there is | `--format-of` | What a spec gets from it |',
  'the scripts that made the deployment, run in the order in which they are given',
  `\`${SCRIPT}\``,
  'what is there after they have run, as far as one can tell without running them',
];

const IN_KOREAN: readonly string[] = [
  '| 있는 것 | `--format-of` | 명세에 들어가는 것 |',
  '배포를 만든 스크립트(지정한 순서대로 실행한 것으로 봄)',
  `\`${SCRIPT}\``,
  '스크립트를 실행하지 않고 알 수 있는 한, 실행한 뒤에 있는 것',
];
