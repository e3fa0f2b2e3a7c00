import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import { forbiddenIn } from '../../scripts/l10n/faults.ts';
import { rules } from '../../server/src/rules/index.generated.ts';

const HEADINGS = ['의미', '중요한 이유', '예', '해결 방법', '출처'];

/** Nobody hears of a draft, so nobody has to read of it. */
const ids = rules.filter(({ draft }) => !draft).map(({ id }) => id);

describe.each(ids)('the Korean page of %s', (id) => {
  const [english, korean] = [`docs/rules/${id}.md`, `docs/ko/rules/${id}.md`].map(pageAt);

  it('has the sections of the English one', () => {
    expect(korean?.headings).toEqual([id, ...HEADINGS]);
    expect(korean?.headings).toHaveLength(english?.headings.length ?? 0);
  });

  it('shows the same code', () => {
    expect(korean?.blocks).toEqual(english?.blocks);
  });

  it('names what the English one names, letter by letter', () => {
    expect(korean?.spans).toEqual(english?.spans);
  });

  it('leads where the English one leads, and stays in Korean where there is a page', () => {
    expect(korean?.links.map(inEnglish).toSorted()).toEqual(english?.links.toSorted());
    const there = (link: string) => existsSync(link.replace(/#.*/, ''));
    const ours = korean?.links.filter((link) => !link.startsWith('http')) ?? [];
    expect(ours.filter((link) => !there(link) || (inKorean(link) !== link && there(inKorean(link))))).toEqual([]);
  });

  it('is written in the words of the glossary', () => {
    expect(forbiddenIn(korean?.prose ?? '')).toEqual([]);
    // Which particle follows, the sound of what stands in the code span says, and nobody reads that alike.
    expect(korean?.prose.match(/.{0,20}`(?:은|는|이|가|을|를|과|와|으로|로)(?![가-힣]).*/g) ?? []).toEqual([]);
    expect(korean?.prose).toBe(korean?.prose.normalize('NFC'));
    expect(korean?.sentences.filter((sentence) => !/[다요까]\.$/.test(sentence))).toEqual([]);
  });
});

it('has no Korean page that is none in English', () => {
  const pages = globSync('docs/ko/rules/*.md').map((path) => basename(path));
  expect(pages.filter((name) => !existsSync(`docs/rules/${name}`))).toEqual([]);
});

// What a page shows of commands is compared where they are run.
describe.each(globSync('docs/ko/{,checks/}*.md'))('%s', (path) => {
  const page = pageAt(path);

  it('leads to what is there, in Korean where there is a page', () => {
    const ours = page.links.filter((link) => !link.startsWith('http'));
    expect(ours.filter((link) => !leadsSomewhere(link, path) || hasKoreanPage(link))).toEqual([]);
  });

  it('has the files and commands to copy as the English page has them', () => {
    const copied = ({ blocks }: { readonly blocks: readonly string[] }) =>
      blocks.filter((block) => /^```(?:lua|toml|elisp|sh|groovy|json|diff|yaml file=\.)/.test(block));
    expect(copied(page)).toEqual(copied(pageAt(inEnglish(path))));
  });

  it('is written in the words of the glossary', () => {
    expect(forbiddenIn(path.endsWith('/terms.md') ? '' : page.prose.replaceAll('|  |', '||'))).toEqual([]);
    expect(page.prose).toBe(page.prose.normalize('NFC'));
  });
});

it('says of what is read, written, run and sent as much as the English page', () => {
  const told = (path: string) => {
    const chapters = readFileSync(path, 'utf8').split(/^## /m).slice(1);
    return chapters.map((chapter) =>
      chapter
        .split(/^- /m)
        .slice(1)
        .map((one) => [...new Set(one.match(/`[^`]*`/g))].toSorted()),
    );
  };
  expect(told('docs/ko/security.md')).toEqual(told('docs/security.md'));
});

/** Whether a page has the heading that a link names, by the rule of GitHub. */
function leadsSomewhere(link: string, from: string): boolean {
  const [file = '', heading] = link.split('#');
  const page = file === `${dirname(from)}/` ? from : file;
  if (heading === undefined || !existsSync(page)) return existsSync(page);
  return pageAt(page).headings.map(slug).includes(heading);
}

function slug(heading = ''): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** Whether the page that a link leads to in English is there in Korean. */
function hasKoreanPage(link: string): boolean {
  const file = link.replace(/#.*/, '');
  return inKorean(file) !== file && existsSync(inKorean(file));
}

/** The parts of a page; what is derived is compared by `npm run check`. */
function pageAt(path: string) {
  const text = (existsSync(path) ? readFileSync(path, 'utf8') : '').replace(
    /<!-- generated .*?<!-- \/generated -->/gs,
    '',
  );
  const blocks = text.match(/^```.*?^```$/gms) ?? [];
  const written = text.replace(/^```.*?^```$/gms, '');
  const prose = written.replace(/^#+ .*$/gm, '').replace(/^- \[.*$/gm, '');
  return {
    blocks,
    headings: [...written.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading),
    spans: [...new Set(written.match(/`[^`]*`/g))].toSorted(),
    links: [...written.matchAll(/\]\(([^)]*)\)/g)].map(([, link = '']) =>
      link.startsWith('http') ? link : join(dirname(path), link),
    ),
    prose: prose.replace(/\s*\n\s*/g, '\n').trim(),
    /** Paragraphs without what stands in brackets at their end, so that the last letters are those of the last sentence. */
    sentences: prose
      .replace(/\]\([^)]*\)/g, ']')
      .split(/\n\n|\n(?=- )/)
      .map((paragraph) => paragraph.replace(/\([^)]*\)(?=\.$)/, '').trim())
      .filter((paragraph) => paragraph.endsWith('.')),
  };
}

function inEnglish(link: string): string {
  return link.replace(/^docs\/ko\//, 'docs/');
}

function inKorean(link: string): string {
  return link.replace(/^docs\/(?!ko\/)/, 'docs/ko/');
}
