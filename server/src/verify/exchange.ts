import { createSocket } from 'node:dgram';
import { connect, isIPv6 } from 'node:net';
import type { DecodedPacket } from 'dns-packet';
import type { Endpoint } from './resolver.ts';
import { until } from './until.ts';

/** Why nothing came back. */
type Nothing = 'silent' | 'closed' | 'unreachable' | 'malformed';

/** How answers are waited for. */
export interface Waiting {
  /** In milliseconds. */
  readonly patience: number;
  /** What bytes are; nothing for what is no answer to what was asked. */
  read(bytes: Uint8Array): DecodedPacket | 'malformed' | undefined;
}

/** Sends a datagram and takes the first answer to it that comes from there. */
export async function exchangeOverUdp(
  { address, port }: Endpoint,
  query: Uint8Array,
  { patience, read }: Waiting,
): Promise<DecodedPacket | Nothing> {
  const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
  // Connected, the system hands on what comes from there and nothing else, and tells of a closed port.
  socket.on('connect', () => socket.send(query));
  const got = until<DecodedPacket | Nothing>(socket, {
    patience,
    late: () => 'silent',
    hear: (end) => ({
      error: (error: NodeJS.ErrnoException) => end(nothingBy(error)),
      message(bytes: Uint8Array) {
        const answer = read(bytes);
        if (answer !== undefined) end(answer);
      },
    }),
  });
  socket.connect(port, address);
  try {
    return await got;
  } finally {
    socket.close();
  }
}

/** The same over a connection, on which each message begins with its length. */
export async function exchangeOverTcp(
  { address, port }: Endpoint,
  query: Uint8Array,
  { patience, read }: Waiting,
): Promise<DecodedPacket | Nothing> {
  const socket = connect({ host: address, port });
  socket.on('connect', () => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(query.length);
    socket.write(Buffer.concat([length, query]));
  });
  let got = Buffer.alloc(0);
  try {
    return await until<DecodedPacket | Nothing>(socket, {
      patience,
      late: () => 'silent',
      hear: (end) => ({
        error: (error: NodeJS.ErrnoException) => end(nothingBy(error)),
        end: () => end('closed'),
        data(bytes: Buffer) {
          got = Buffer.concat([got, bytes]);
          if (got.length < 2 || got.length < 2 + got.readUInt16BE(0)) return;
          end(read(got.subarray(2, 2 + got.readUInt16BE(0))) ?? 'malformed');
        },
      }),
    });
  } finally {
    socket.destroy();
  }
}

function nothingBy(error: NodeJS.ErrnoException): Nothing {
  return error.code === 'ECONNREFUSED' || error.code === 'ECONNRESET' ? 'closed' : 'unreachable';
}
