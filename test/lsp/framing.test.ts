import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Framing } from '../../server/src/lsp/framing.ts';

describe('frames', () => {
  it('are followed wherever the stream is cut', () => {
    const body = fc.string({ unit: 'binary' }).map((text) => Buffer.from(text));
    const message = fc.tuple(body, fc.boolean(), fc.boolean()).map(([bytes, isTyped, isLower]) => {
      const length = `${isLower ? 'content-length' : 'Content-Length'}: ${bytes.length}\r\n`;
      const type = isTyped ? 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n' : '';
      return Buffer.concat([Buffer.from(`${type}${length}\r\n`), bytes]);
    });
    fc.assert(
      fc.property(fc.array(message), fc.array(fc.nat(200)), (messages, cuts) => {
        const framing = new Framing();
        const stream = Buffer.concat(messages);
        const places = [0, ...cuts.filter((cut) => cut < stream.length).toSorted((a, b) => a - b), stream.length];
        for (const [i, place] of places.entries()) framing.take(stream.subarray(place, places[i + 1]));
        // what is whole has left nothing behind
        const skipped: string[] = [];
        framing.take(Buffer.from('no head\r\n\r\n'), (head) => skipped.push(head));
        expect(skipped).toEqual([JSON.stringify('no head\r\n\r\n')]);
      }),
    );
  });

  it.each([
    ['Content-Type: a\r\n\r\n{}', 'no length of a message'],
    ['Content-Length: abc\r\n\r\n{}', 'no length of a message'],
    ['Content-Length: -5\r\n\r\n{}', 'no length of a message'],
    ['Content-Length: 99999999999\r\n\r\n{}', 'no length of a message'],
    ['x'.repeat(5000), 'no head of a message'],
    ['Content-Length: 1\r\n\r\n{}Content-Length: 2\r\n\r\n{}', 'no length of a message'],
  ])('are lost in %j', (stream, why) => {
    expect(() => new Framing().take(Buffer.from(stream))).toThrow(why);
  });

  it.each(['Header\r\n\r\n', '\r\n\r\n', 'Content-Length: 9\r\nHeader\r\n\r\n'])(
    'are found again after %j',
    (garbage) => {
      const framing = new Framing();
      const skipped: string[] = [];
      framing.take(Buffer.from(`${garbage}Content-Length: 2\r\n\r\n{}`), (head) => skipped.push(head));
      expect(skipped).toEqual([JSON.stringify(garbage)]);
      expect(() => framing.take(Buffer.from('a: b\r\n\r\n'))).toThrow('no length of a message: "a: b"');
    },
  );
});
