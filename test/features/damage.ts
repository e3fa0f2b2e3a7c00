import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The text of every spec of the project: examples, deployments from the field, fixtures. */
export const SPECS: readonly string[] = globSync('{examples,test/field,test/fixtures/*}/*.lync.yaml', { cwd: root })
  .toSorted()
  .map((path) => readFileSync(`${root}/${path}`, 'utf8'));

/** What specs seldom have: texts of several lines, anchors and tags, brackets over lines, comments at odd places. */
export const ODDITIES: readonly string[] = [
  `lyncFederation: 1   # the first
asOf: 2019-03-22    # the second
                    # and more
server: {product: lync-2013,cumulativeUpdate : 10 }
edge:
  configuration: &conf
    allowFederatedUsers: true   # a
    enablePartnerDiscovery: true # b
  pools:
  - fqdn: a.b   # x
    accessEdgeFqdn: "sip
      contoso

      com"
    # after
  -   fqdn: >-
        folded
          more

        text
      federation: true
  # end of pools
domains:
   allowed:
      # none yet
   blocked: [
     a.b,   # one
     { domain: x, comment: "y
       z" },
     [c,
      d]
     ]
   other: some plain
     text over

     lines   # c
`,
  `a:
  - - b
    - c\x20\x20
  -
    d: e
    f: &x g
  - *x
  - !!str 5
  - &y
    h: i
  - &z j: k
    l: m



# top
cmdlets:
    - |
        New-CsAllowedDomain \`
            -Identity "x"

        # not a comment

    - |2-
        indented
      text
    - >+
      keep


    - Get-Cs   # tail
      # tail 2
    # item
  # list?
# root
z: *y
`,
  `%YAML 1.2
---
# c
a:   |   # header\x20\x20
      text
    # low
b:

  'quoted\x20\x20
     over\x20\x20
   lines'
c: {
   x: 1,
   y: [ ]
}
d:
  [ 1,
    2
  ]
e: |+
  kept

`,
  `a: {b: , "c":1, d : 2 , e: [ a,b ,{ } ], f}
b:
- c:
  - d
  e:
    - f
   # x
  # y
- g:\t1\t# tab
`,
];

const PIECES = [' ', '    ', '\n', '\n\n', '\n    ', '\t', ' # c', '\n# c\n', '\n   # d\n', '-', '|', '>', '|2', '|+'];
const MARKS = ['[', ']', '{', '}', ',', ': ', '&a ', '*a', '"', "'", ''];

/** A text with some damage: lines moved, blanks and marks put in or taken out. Most of it is YAML all the same. */
export function damaged(texts: readonly string[]): fc.Arbitrary<string> {
  const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  const shift = fc.tuple(share, fc.integer({ min: 1, max: 8 }), fc.integer({ min: -3, max: 4 })).map(moveLines);
  const shiftBlock = fc.tuple(share, fc.integer({ min: -2, max: 4 })).map(moveBlock);
  const piece = fc.tuple(share, fc.constantFrom(...PIECES, ...MARKS)).map(putIn);
  const gap = fc.tuple(share, fc.nat(3), fc.nat(4), fc.nat(6)).map(changeBlanks);
  const damage = fc.oneof({ weight: 3, arbitrary: shift }, { weight: 2, arbitrary: shiftBlock }, piece, gap);
  const all = fc.array(damage, { minLength: 1, maxLength: 4 });
  return fc.tuple(fc.constantFrom(...texts), all, fc.integer({ min: 0, max: 5 })).map(([text, changes, ending]) => {
    const changed = changes.reduce((before, change) => change(before), text);
    return ending === 0 ? changed.replace(/\r?\n/g, '\r\n') : changed;
  });
}

type Change = (text: string) => string;

function moveLines([share, count, by]: readonly [number, number, number]): Change {
  return (text) => {
    const lines = text.split('\n');
    const first = Math.floor(share * lines.length);
    return lines.map((line, i) => (i < first || i >= first + count ? line : moved(line, by))).join('\n');
  };
}

/** Moves all that stands deeper than a line below it. */
function moveBlock([share, by]: readonly [number, number]): Change {
  return (text) => {
    const lines = text.split('\n');
    const first = Math.floor(share * lines.length);
    const head = (lines[first] ?? '').search(/\S|$/);
    const end = lines.findIndex((line, i) => i > first && line.trim() !== '' && line.search(/\S/) <= head);
    const last = end < 0 ? lines.length : end;
    return lines.map((line, i) => (i <= first || i >= last ? line : moved(line, by))).join('\n');
  };
}

function moved(line: string, by: number): string {
  return by > 0 ? ' '.repeat(by) + line : line.slice(Math.min(line.search(/\S|$/), -by));
}

function putIn([share, piece]: readonly [number, string]): Change {
  return (text) => {
    const at = Math.floor(share * text.length);
    return text.slice(0, at) + piece + text.slice(at + (piece === '' ? 1 : 0));
  };
}

function changeBlanks([share, blanks, breaks, indent]: readonly [number, number, number, number]): Change {
  return (text) => {
    const found = [...text.matchAll(/[ \n]+/g)];
    const gap = found[Math.floor(share * found.length)];
    if (gap === undefined) return text;
    const insert = ' '.repeat(blanks) + (breaks < 2 ? '' : '\n'.repeat(breaks) + ' '.repeat(indent));
    return text.slice(0, gap.index) + insert + text.slice(gap.index + gap[0].length);
  };
}
