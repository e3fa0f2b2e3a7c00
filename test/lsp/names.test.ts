import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import {
  fileNameOf,
  filePathOf,
  folderOf,
  pathOf,
  pathWithin,
  uriNamedIn,
  uriWithin,
} from '../../server/src/lsp/names.ts';

/** Names of one document, as different clients write them. */
const SAME: readonly (readonly [path: string, ...uris: string[]])[] = [
  [
    'file:///c:/specs/contoso (1).lync.yaml',
    'file:///c%3A/specs/contoso%20%281%29.lync.yaml',
    'file:///C:/specs/contoso%20(1).lync.yaml',
    'file:///c:/specs/contoso (1).lync.yaml',
    'file:/C%3a/specs/contoso%20(1).lync.yaml',
    'FILE:///C:/specs/contoso%20(1).lync.yaml',
  ],
  [
    "file:///s/@ + , ' [x]!.lync.yaml",
    "file:///s/@%20+%20,%20'%20[x]!.lync.yaml",
    'file:///s/%40%20%2B%20%2C%20%27%20%5Bx%5D%21.lync.yaml',
  ],
  ['file:///s/a#b.lync.yaml', 'file:///s/a%23b.lync.yaml', 'file:///s/a#b.lync.yaml'],
  ['file:///s/a?b=1#c.lync.yaml', 'file:///s/a%3Fb%3D1%23c.lync.yaml', 'file:///s/a?b=1#c.lync.yaml'],
  ['file:///s/100%.lync.yaml', 'file:///s/100%25.lync.yaml', 'file:///s/100%.lync.yaml'],
  ['file:///s/a%23b.lync.yaml', 'file:///s/a%2523b.lync.yaml'],
  [
    'file:///s/계약.lync.yaml',
    'file:///s/계약.lync.yaml',
    `file:///s/${encodeURIComponent('계약')}.lync.yaml`,
    `file:///s/${encodeURIComponent('계약').toLowerCase()}.lync.yaml`,
    // as macOS writes it
    `file:///s/${encodeURIComponent('계약'.normalize('NFD'))}.lync.yaml`,
  ],
  [
    'file://server/share/a b.lync.yaml',
    'file://server/share/a%20b.lync.yaml',
    'file://SERVER/share/a%20b.lync.yaml',
    'file:////server/share/a%20b.lync.yaml',
    'file://///server/share/a%20b.lync.yaml',
  ],
  ['file:///s/a.lync.yaml', 'file://localhost/s/a.lync.yaml'],
  ['file:///s', 'file:///s/', 'file:///s'],
  ['memfs:///s/a (1).yaml', 'memfs:/s/a%20%281%29.yaml', 'memfs:/s/a (1).yaml'],
  ['vscode-vfs://github+7b/o/r/a.yaml', 'vscode-vfs://github%2B7b/o/r/a.yaml', 'vscode-vfs://github+7b/o/r/a.yaml'],
  ['git:///s/a.yaml?{"ref":"~"}', 'git:/s/a.yaml?%7B%22ref%22%3A%22~%22%7D'],
];

describe('the path of a document', () => {
  it.each(SAME)('is %s however it is written', (path, ...uris) => {
    expect(uris.map(pathOf)).toEqual(uris.map(() => path));
  });

  it('is that of the whole reading where a short one is enough', () => {
    const part = fc.stringMatching(/^[\w.:%~-]{1,4}$/);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const path = parts.join('/');
        // only the whole reading knows a scheme in capitals
        expect(pathOf(`file:///${path}`)).toBe(pathOf(`FILE:///${path}`));
        expect(filePathOf(`file:///${path}`)).toBe(filePathOf(`FILE:///${path}`));
        if (!path.includes(':')) expect(uriWithin('file:///s', path)).toBe(URI.file(`/s/${path}`).toString());
      }),
    );
  });

  it('is another for every other document', () => {
    const paths = SAME.map(([path]) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(pathOf('file:///s/A.lync.yaml')).not.toBe(pathOf('file:///s/a.lync.yaml'));
    expect(pathOf('file:///s/a.yaml')).not.toBe(pathOf('git:/s/a.yaml'));
  });

  it.each(['', 'contoso.lync.yaml', 'a b:c', '%', 'untitled:Untitled-1', 'file://', 'file:///%FF', 'file:///\ud800'])(
    'is there for whatever a client calls a document: %s',
    (uri) => {
      expect(typeof pathOf(uri)).toBe('string');
      expect(pathWithin('file:///specs', uri)).toBeUndefined();
      expect(uriNamedIn(uri, 'a.json')).toMatch(/a\.json$/);
    },
  );

  it('ends with the name of the file', () => {
    expect(fileNameOf('file:///s/contoso%20%281%29.lync.yaml')).toBe('contoso (1).lync.yaml');
    expect(fileNameOf('file:///s/a#b.lync.yaml')).toBe('a#b.lync.yaml');
    expect(fileNameOf('untitled:Untitled-1')).toBe('Untitled-1');
  });
});

describe('folders', () => {
  it('are above a document, as the client writes them', () => {
    expect(folderOf('file:///C%3A/s%20(1)/a.yaml')).toBe('file:///C%3A/s%20(1)');
    expect(folderOf('file:///C%3A/s%20(1)')).toBe('file:///C%3A');
    expect(folderOf('file:///a.yaml')).toBe('file://');
    expect(folderOf('file://')).toBeUndefined();
    expect(folderOf('memfs:/s/a.yaml')).toBe('memfs:/s');
    expect(folderOf('untitled:/home/a.yaml')).toBeUndefined();
    expect(folderOf('untitled:Untitled-1')).toBeUndefined();
  });

  it('hold what lies in them, however both are written', () => {
    expect(pathWithin('file:///c%3A/s', 'file:///C:/s/edge/a%20(1).yaml')).toBe('edge/a (1).yaml');
    expect(pathWithin('file:///c%3A/s/', 'file:///C:/s/a.yaml')).toBe('a.yaml');
    expect(pathWithin('file:///', 'file:///a.yaml')).toBe('a.yaml');
    expect(pathWithin('file:///s', 'file:///specs/a.yaml')).toBeUndefined();
    expect(pathWithin('file:///s', 'file:///s')).toBeUndefined();
  });

  it.each([
    'contoso (1).lync.yaml',
    "@ + , ' [x]!.yaml",
    'a#b?c%20.yaml',
    '계약/a b.yaml',
    'C:/a.yaml',
    'c:',
    '*.yaml',
  ])('make the name of a file that is found by its path: %s', (path) => {
    for (const folder of ['file:///c%3A/s', 'file:///C:/s/', 'file:///home/b', 'file://server/share', 'memfs:/s']) {
      const uri = uriWithin(folder, path);
      expect(pathWithin(folder, uri)).toBe(path);
      expect(uri.startsWith(`${folder.replace(/\/$/, '')}/`)).toBe(true);
      expect(uri).toMatch(/^[\w:/%.~-]+$/);
    }
  });

  it('may be the topmost', () => {
    expect(['file://', 'file:///', 'memfs:/'].map((folder) => uriWithin(folder, 'a.yaml'))).toEqual([
      'file:///a.yaml',
      'file:///a.yaml',
      'memfs:/a.yaml',
    ]);
  });
});

describe('a file named in a document', () => {
  const DOCUMENT = 'file:///c%3A/specs/a%20(1).lync.yaml';

  it.each([
    ['live.json', 'file:///c:/specs/live.json'],
    ['./live (1).json', 'file:///c:/specs/live (1).json'],
    ['..\\captures\\live.json', 'file:///c:/captures/live.json'],
    ['D:\\captures\\live.json', 'file:///d:/captures/live.json'],
    ['d:/captures/live.json', 'file:///d:/captures/live.json'],
    ['\\\\server\\share\\live.json', 'file://server/share/live.json'],
    ['/captures/live.json', 'file:///captures/live.json'],
  ])('is found from its folder: %s', (path, expected) => {
    expect(pathOf(uriNamedIn(DOCUMENT, path))).toBe(expected);
  });
});

describe('the place of a file on this machine', () => {
  it('is a path', () => {
    expect(filePathOf('file:///s/contoso%20%281%29%23.yaml')).toBe('/s/contoso (1)#.yaml');
    expect(filePathOf('file:///s/a#b%.yaml')).toBe('/s/a#b%.yaml');
  });

  it('is none for what is no file', () => {
    expect(filePathOf('untitled:Untitled-1')).toBeUndefined();
    expect(filePathOf('memfs:/s/a.yaml')).toBeUndefined();
  });
});
