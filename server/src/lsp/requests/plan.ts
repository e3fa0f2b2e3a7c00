import { ProtocolRequestType } from 'vscode-languageserver';
import { METHODS, type PlanAnswer, type PlanParams, type ScriptAnswer } from '../../../../protocol/methods.ts';
import { textOf } from '../../text/message.ts';
import { fileNameOf } from '../names.ts';
import { toPlaceInSpec } from '../places.ts';
import { onDocument } from './request.ts';

const PlanRequest = {
  type: new ProtocolRequestType<PlanParams, PlanAnswer, never, void, void>(METHODS.plan),
};

const ScriptRequest = {
  type: new ProtocolRequestType<PlanParams, ScriptAnswer, never, void, void>(METHODS.planScript),
};

// Few ask for plans, so they are loaded when somebody does.
const load = () => import('../../features/plan-preview.ts');

/** The plan of a spec, for the preview beside it. */
export const plans = onDocument(PlanRequest.type, {
  async answer(opened, _, { live, env: { bundle } }) {
    const { analysis, uri } = opened;
    const { planPreview } = await load();
    const lines = planPreview(analysis, { name: fileNameOf(uri), live: await live.of(opened), bundle });
    return {
      lines: lines.map(({ text, names }) => {
        if (names === undefined) return { text };
        const { start, end, at } = names;
        return { text, link: { start, end, to: toPlaceInSpec(opened, at) } };
      }),
    };
  },
});

/** The plan of a spec as a script, to be saved. */
export const planScripts = onDocument(ScriptRequest.type, {
  async answer(opened, _, { live, env: { bundle } }) {
    const { planScript } = await load();
    const made = planScript(opened.analysis, { name: fileNameOf(opened.uri), live: await live.of(opened), bundle });
    return typeof made === 'string' ? { script: made } : { refused: textOf(made, bundle) };
  },
});
