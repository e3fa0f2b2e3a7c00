import { ProtocolRequestType } from 'vscode-languageserver';
import { METHODS, type PlanAnswer, type PlanParams } from '../../../../protocol/methods.ts';
import { fileNameOf } from '../names.ts';
import { onDocument } from './request.ts';

/** A request of our own: the plan of a spec as text. */
const PlanRequest = {
  type: new ProtocolRequestType<PlanParams, PlanAnswer, never, void, void>(METHODS.plan),
};

/** The plan of a spec, for the preview beside it. */
export const plans = onDocument(PlanRequest.type, {
  async answer({ analysis, uri }, _, { env }) {
    // Few ask for it, so it is loaded when somebody does.
    const { planPreview } = await import('../../features/plan-preview.ts');
    return planPreview(analysis, fileNameOf(uri), env);
  },
});
