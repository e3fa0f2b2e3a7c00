import { expect, it } from 'vitest';
import { withoutColours } from '../../server/src/text/colours.ts';

it.each([
  ['\u001b[32;1mIdentity : \u001b[0mfabrikam.com', 'Identity : fabrikam.com'],
  ['\u009b32;1mIdentity : \u009b0mfabrikam.com', 'Identity : fabrikam.com'],
  ['\u001b[38;2;12;13;14mA\u001b[K\u001b[?25h', 'A'],
  ['\u001b]0;C:\\> Get-CsAllowedDomain\u0007PS C:\\>', 'PS C:\\>'],
  ['\u001b]8;;https://contoso.example\u001b\\link\u001b]8;;\u001b\\', 'link'],
  ['\u001b(BA\u001bB', 'AB'],
  ['[32;1mIdentity : [0mfabrikam.com', 'Identity : fabrikam.com'],
  ['[32;1mIdentity[0m[32;1m Enabled[0m', 'Identity Enabled'],
])('%j is shown as %j', (text, shown) => {
  expect(withoutColours(text)).toBe(shown);
});

it.each(['Comment : within [5m] or [0m]', 'A[1;2m]', '[fe01]: PS C:\\> [0m', '[32;1m'])('%j stays', (text) => {
  expect(withoutColours(text)).toBe(text);
});
