import { describe, expect, it } from 'vitest';
import { placeIn } from '../../server/src/plan/import/places.ts';
import { wholePlace } from '../../server/src/plan/import/readers/json-place.ts';
import { LineTable } from '../../server/src/text/lines.ts';

describe('the place of some words on the lines they come from', () => {
  const meant = (text: string, words: string, line = 1, last = line): string => {
    const { start, end } = placeIn(new LineTable(text), { line, last }, words);
    return `${text.slice(0, start)}<${text.slice(start, end)}>${text.slice(end)}`;
  };

  it.each([
    ['is where they stand', 'sip A 203.0.113.10', '203.0.113.10', 'sip A <203.0.113.10>'],
    ['whatever their case', 'Enabled : True', 'true', 'Enabled : <True>'],
    ['before the dot of a full name', 'SRV 5061 sip.contoso.com.', 'sip.contoso.com', 'SRV 5061 <sip.contoso.com>.'],
    ['in quotes', '"Domain": "a.example",', 'a.example', '"Domain": "<a.example>",'],
    ['in Hangul', 'Name : 콘토소', '콘토소', 'Name : <콘토소>'],
    ['signs of patterns are letters', 'a (b) c', 'a (b', '<a (b>) c'],
    ['the line, where they stand twice', '  5061 5061 ', '5061', '  <5061 5061> '],
    ['the line, where they do not stand', '  sip A 203.0.113.10', 'sip.contoso.com', '  <sip A 203.0.113.10>'],
    ['the line, where they are a part of a name', 'a.contoso.com', 'contoso.com', '<a.contoso.com>'],
    ['the line, where a name goes on', 'contoso.com.au', 'contoso.com', '<contoso.com.au>'],
    ['the line, where they are many lines', 'a b', 'a\nb', '<a b>'],
    ['the line, where they are none', ' a b', '', ' <a b>'],
    ['the line, where it is blank', '  ', 'a', '  <>'],
  ])('%s', (_, text, words, expected) => {
    expect(meant(text, words)).toBe(expected);
  });

  it('is looked for on all of the lines, and else is the first', () => {
    const text = 'x 1\r\nSRV ( 0 0\r\n  443 sip )\r\nx 443\r\n';
    expect(meant(text, '443', 2, 3)).toBe('x 1\r\nSRV ( 0 0\r\n  <443> sip )\r\nx 443\r\n');
    expect(meant(text, '0', 2, 3)).toBe('x 1\r\n<SRV ( 0 0>\r\n  443 sip )\r\nx 443\r\n');
  });

  it('lies in the text, whatever lines are told', () => {
    expect(meant('a', 'b', 7, 9)).toBe('<a>');
  });
});

describe('places in JSON', () => {
  const lines = (text: string, ...keys: string[]) => {
    const place = keys.reduce((at, key) => at?.in(key), wholePlace(text));
    return place && [place.line, place.last];
  };
  const text =
    '\n{\r\n "a": [],\n "b\\"": [1, "]", {\n  "c": "}"\n }\n ],\n "d": -1.5e3\n ,"e" :\n {"f": {}, "a": 2}, "e": true\n}\n';

  it.each([
    [[], [2, 2]],
    [['a'], [3, 3]],
    [['a', '0'], undefined],
    [['b"'], [4, 7]],
    [
      ['b"', '1'],
      [4, 4],
    ],
    [
      ['b"', '2'],
      [4, 6],
    ],
    [
      ['b"', '2', 'c'],
      [5, 5],
    ],
    [['b"', '3'], undefined],
    [['d'], [8, 8]],
    [['d', '0'], undefined],
    [['e'], [10, 10]],
    [['e', 'f'], undefined],
    [['x'], undefined],
  ])('%j', (keys, expected) => {
    expect(JSON.parse(text)).toMatchObject({ d: -1500, e: true });
    expect(lines(text, ...keys)).toEqual(expected);
  });

  it('are none on a single line', () => {
    expect(wholePlace('\n{ "a": 1 }\n')).toBeUndefined();
    expect(lines('[\n1]', '0')).toEqual([2, 2]);
  });
});
