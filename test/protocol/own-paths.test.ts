import { expect, it } from 'vitest';
import { withOwnPaths, withTrust } from '../../client/src/own-paths.ts';

const section = (capture: unknown) => ({ asOf: '', capture });

it.each([
  '/captures/live.json',
  'C:\\captures\\live.json',
  'c:/live.json',
  '\\\\server\\share\\live.json',
  '\\live.json',
])('the whole path %s counts in the own settings alone', (path) => {
  expect(withOwnPaths(section(path), path)).toEqual(section(path));
  expect(withOwnPaths(section(path), undefined)).toEqual(section(''));
  expect(withOwnPaths(section(path), '/other.json')).toEqual(section(''));
});

it.each(['live.json', '../live.json', 'captures\\live.json', ''])('the path %j counts wherever it stands', (path) => {
  expect(withOwnPaths(section(path), undefined)).toEqual(section(path));
});

it.each([undefined, null, 'words', { asOf: '' }, section(1)])('what else stands in the settings stays: %j', (value) => {
  expect(withOwnPaths(value, undefined)).toEqual(value);
});

it('a workspace that nobody trusts is told of, and one that is trusted is not', () => {
  expect(withTrust(section(''), false)).toEqual({ ...section(''), trusted: false });
  expect(withTrust(section(''), true)).toEqual(section(''));
  expect(withTrust(null, false)).toEqual({ trusted: false });
});
