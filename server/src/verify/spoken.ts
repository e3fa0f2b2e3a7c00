import type { Socket } from 'node:net';
import { faultOf } from './fault.ts';
import type { Visit } from './recording.generated.ts';
import { answerIn } from './sip.ts';
import { until } from './until.ts';

/** Says something to a server over a secured connection, and waits for the beginning of an answer. */
export function spoken(socket: Socket, words: string, patience: number): Promise<Pick<Visit, 'answer' | 'refusal'>> {
  let text = '';
  const silence = (): Pick<Visit, 'answer'> => ({ answer: { is: text === '' ? 'nothing' : 'other' } });
  socket.write(words);
  return until<Pick<Visit, 'answer' | 'refusal'>>(socket, {
    patience,
    late: silence,
    hear: (end) => ({
      error: (error: NodeJS.ErrnoException) => end(text === '' ? { refusal: faultOf(error) } : silence()),
      // Whoever hangs up without a word refuses us, be it for our certificate or for what we said.
      end: () => end(text === '' ? { refusal: { is: 'ended' } } : silence()),
      data(bytes: Buffer) {
        text += bytes.toString('latin1');
        const answer = answerIn(text);
        if (answer !== undefined) end({ answer });
        else if (text.length > MOST) end({ answer: { is: 'other' } });
      },
    }),
  });
}

/** The head of no answer is that long. */
const MOST = 64 * 1024;
