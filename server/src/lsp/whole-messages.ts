type Done = (error?: Error | null) => void;

/**
 * Has the head of a message, which the library writes by itself, go out with the body that follows: one call of the system, and a client
 * that wakes once.
 */
export function writeWhole(stream: Pick<NodeJS.WriteStream, 'write'>): void {
  const write = stream.write.bind(stream);
  let head: string | undefined;
  stream.write = (chunk: string | Uint8Array, encoding?: BufferEncoding | Done, done?: Done) => {
    if (typeof chunk === 'string' && chunk.startsWith('Content-Length: ') && done) {
      head = chunk;
      done();
      return true;
    }
    const then = typeof encoding === 'function' ? encoding : done;
    const body = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    const whole = head === undefined ? body : Buffer.concat([Buffer.from(head, 'ascii'), body]);
    head = undefined;
    return write(whole, then);
  };
}
