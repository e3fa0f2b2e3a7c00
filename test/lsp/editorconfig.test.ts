import { describe, expect, it } from 'vitest';
import { editorConfigOf } from '../../server/src/lsp/editorconfig.ts';
import { matchesGlob } from '../../server/src/lsp/editorconfig-glob.ts';
import { styleFor } from '../../server/src/lsp/style.ts';

describe('the name of a section', () => {
  it.each([
    ['*', 'specs/x.yaml'],
    ['*.{yaml,yml}', 'a.lync.yaml'],
    ['*.{yaml,yml}', 'specs/a.lync.yml'],
    ['/specs/*.yaml', 'specs/b.yaml'],
    ['specs/**.yaml', 'specs/a/b.yaml'],
    ['**/*.yaml', 'x.yaml'],
    ['a/**/b.yaml', 'a/b.yaml'],
    ['a/**/b.yaml', 'a/x/y/b.yaml'],
    ['{1..12}.yaml', '11.yaml'],
    ['*.{a,{b,c}d}', 'x.cd'],
    ['*.{yaml}', 'a.{yaml}'],
    ['[!a]?.yaml', 'b1.yaml'],
    ['[a-c].yaml', 'b.yaml'],
    ['a\\*[b', 'a*[b'],
    ['a(b)+|$^.yaml', 'a(b)+|$^.yaml'],
    ['한*', '한글.yaml'],
    ['[a\\]b].yaml', '].yaml'],
    ['[a\\-c].yaml', '-.yaml'],
    ['x'.repeat(1024), 'x'.repeat(1024)],
  ])('%s means %s', (glob, path) => {
    expect(matchesGlob(glob, path)).toBe(true);
  });

  it.each([
    ['*.yml', 'a.yaml'],
    ['/specs/*.yaml', 'x/specs/b.yaml'],
    ['specs/*.yaml', 'specs/a/b.yaml'],
    ['a?c', 'a/c'],
    ['a/**/b.yaml', 'ab.yaml'],
    ['{1..12}.yaml', '13.yaml'],
    ['[!a].yaml', 'a.yaml'],
    ['[a-c].yaml', 'd.yaml'],
    ['*.{yaml}', 'a.yaml'],
    ['', 'a.yaml'],
    ['{3..120}.yaml', '060.yaml'],
    ['[!a\\]b].yaml', '].yaml'],
    ['[a\\-c].yaml', 'b.yaml'],
    ['x'.repeat(1025), 'x'.repeat(1025)],
  ])('%s does not mean %s', (glob, path) => {
    expect(matchesGlob(glob, path)).toBe(false);
  });

  it('comes to an end however odd it is', () => {
    for (const glob of ['*a'.repeat(400), '{a,b,c}'.repeat(100), '{,'.repeat(500), '[z-a]']) {
      expect(matchesGlob(glob, `${'a'.repeat(200)}b`)).toBe(false);
    }
  });
});

describe('the files around a document', () => {
  const files: Readonly<Record<string, string>> = {
    'file:///.editorconfig': '[*]\nindent_size = 8\n',
    'file:///work%20place/.editorconfig':
      '\ufeff; ours\nRoot = TRUE\r\n[*]\r\nindent_size = 2\r\ninsert_final_newline = false\r\n[*.YAML]\ntab_width = 7\n',
    'file:///work%20place/specs/.editorconfig': '# closer\n[*.yaml]\nIndent_Size = 4\n[other.yaml]\nindent_size = 3\n',
  };
  const readFile = async (uri: string) => {
    const text = files[uri];
    if (text === undefined) throw new Error(`${uri} does not exist`);
    return new TextEncoder().encode(text);
  };

  it('count as far as the root, the nearest most', async () => {
    expect(Object.fromEntries(await editorConfigOf('file:///work%20place/specs/x/a.lync.yaml', readFile))).toEqual({
      indent_size: '4',
      insert_final_newline: 'false',
    });
    expect(Object.fromEntries(await editorConfigOf('file:///a.lync.yaml', readFile))).toEqual({ indent_size: '8' });
    expect(Object.fromEntries(await editorConfigOf('untitled:Untitled-1', readFile))).toEqual({});
  });
});

describe('the style', () => {
  const editor = { tabSize: 3, insertSpaces: true };

  it('is that of the editor where nothing else is said', () => {
    expect(styleFor(new Map(), editor)).toEqual({ indent: 3 });
    expect(styleFor(new Map(), { ...editor, trimTrailingWhitespace: false, insertFinalNewline: true })).toEqual({
      indent: 3,
      trimTrailing: false,
      finalNewline: true,
    });
  });

  it('is that of the files where they say something', () => {
    const config = new Map([
      ['indent_size', '4'],
      ['trim_trailing_whitespace', 'false'],
      ['insert_final_newline', 'true'],
      ['end_of_line', 'crlf'],
    ]);
    expect(styleFor(config, { ...editor, trimTrailingWhitespace: true, trimFinalNewlines: false })).toEqual({
      indent: 4,
      trimTrailing: false,
      finalNewline: true,
      trimFinalNewlines: false,
      lineBreak: '\r\n',
    });
    expect(styleFor(new Map([['indent_size', 'unset']]), editor)).toEqual({ indent: 3 });
  });

  it('has no tabs, but may have their width', () => {
    expect(styleFor(new Map(), { tabSize: 8, insertSpaces: false })).toEqual({});
    expect(
      styleFor(
        new Map([
          ['indent_style', 'tab'],
          ['tab_width', '4'],
        ]),
        editor,
      ),
    ).toEqual({ indent: 4 });
    expect(
      styleFor(
        new Map([
          ['indent_size', 'tab'],
          ['tab_width', '5'],
        ]),
        editor,
      ),
    ).toEqual({ indent: 5 });
    expect(styleFor(new Map(), { tabSize: 0, insertSpaces: true })).toEqual({});
  });
});
