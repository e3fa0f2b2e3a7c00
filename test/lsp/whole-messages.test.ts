import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { StreamMessageWriter } from 'vscode-languageserver/node';
import { writeWhole } from '../../server/src/lsp/whole-messages.ts';

it('writes a message in one piece, and what is no message as it comes', async () => {
  const pieces: string[] = [];
  const stream = new Writable({
    write: (chunk, _, done) => {
      pieces.push(String(chunk));
      done();
    },
  });
  writeWhole(stream);
  const writer = new StreamMessageWriter(stream);
  const first = { jsonrpc: '2.0', method: 'a', params: { text: '한국' } };
  const second = { jsonrpc: '2.0', method: 'b' };
  await Promise.all([writer.write(first), writer.write(second)]);
  stream.write('plain');
  const said = (message: object) => {
    const body = JSON.stringify(message);
    return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  };
  expect(pieces).toEqual([said(first), said(second), 'plain']);
});
