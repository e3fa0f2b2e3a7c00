import { ProtocolRequestType } from 'vscode-languageserver';
import { METHODS, type TurnsAnswer, type TurnsParams } from '../../../../protocol/methods.ts';
import { timeline } from '../../features/timeline.ts';
import { textOf } from '../../text/message.ts';
import { LONG } from '../look-ahead.ts';
import { onDocument } from './request.ts';

const TurnsRequest = {
  type: new ProtocolRequestType<TurnsParams, TurnsAnswer, never, void, void>(METHODS.turns),
};

/** The days on which the verdict on a spec changes, for who chooses one of them. */
export const turns = onDocument(TurnsRequest.type, {
  answer({ analysis, options }, _, { env }) {
    if (analysis.text.length > LONG) return [];
    return [...timeline(analysis, options)].map(({ date, begins, ends }) => {
      const [first] = [...begins, ...ends];
      const text = first ? textOf(first.message, env.bundle) : '';
      return { date, begins: begins.length, ends: ends.length, text };
    });
  },
});
