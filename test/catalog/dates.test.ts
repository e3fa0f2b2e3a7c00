import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isDate } from '../../server/src/catalog/dates.ts';

describe('isDate', () => {
  it.each(['2014-06-30', '2016-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('takes %s', (text) => {
    expect(isDate(text)).toBe(true);
  });

  it.each([
    '2014-06-31',
    '2015-02-29',
    '1900-02-29',
    '2014-00-01',
    '2014-13-01',
    '2014-01-00',
    '2014-6-30',
    '2014-06',
    '2014-06-30T00:00:00Z',
    ' 2014-06-30',
    '30.06.2014',
    '',
  ])('refuses %j', (text) => {
    expect(isDate(text)).toBe(false);
  });
});

describe('addDays', () => {
  it.each([
    ['2014-06-30', 1, '2014-07-01'],
    ['2014-06-30', -90, '2014-04-01'],
    ['2016-02-28', 1, '2016-02-29'],
    ['2015-12-31', 1, '2016-01-01'],
    ['2014-06-30', 0, '2014-06-30'],
  ])('%s %i days on is %s', (date, count, expected) => {
    expect(addDays(date, count)).toBe(expected);
  });
});

describe('daysBetween', () => {
  it.each([
    ['2014-04-01', '2014-06-30', 90],
    ['2014-07-01', '2014-06-30', -1],
    ['2014-03-29', '2014-03-31', 2],
    ['2015-01-01', '2016-01-01', 365],
  ])('from %s to %s are %i', (from, to, expected) => {
    expect(daysBetween(from, to)).toBe(expected);
  });
});
