import { ProtocolRequestType } from 'vscode-languageserver';
import { type ChainAnswer, type ChainParams, METHODS } from '../../../../protocol/methods.ts';
import { linkedText } from '../linked-text.ts';
import { onDocument } from './request.ts';

const ChainRequest = {
  type: new ProtocolRequestType<ChainParams, ChainAnswer, never, void, void>(METHODS.chain),
};

/** The chain to a partner. What judges it is loaded when somebody asks. */
export const chains = onDocument(ChainRequest.type, {
  async answer(opened, { partner }, { env }) {
    if (typeof partner !== 'string') return null;
    const [{ chainOf }, { chainCard }] = await Promise.all([
      import('../../diagnose/chain/chain.ts'),
      import('../../diagnose/chain/chain-card.ts'),
    ]);
    const { analysis, options } = opened;
    const chain = chainOf(analysis, { ...options, asOf: analysis.asOf }, partner);
    return linkedText(opened, (inSpec) => chainCard(chain, env, { inSpec }));
  },
});
