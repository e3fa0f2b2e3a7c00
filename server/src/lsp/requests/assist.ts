import { ProtocolRequestType } from 'vscode-languageserver';
import { type AssistAnswer, type AssistParams, METHODS } from '../../../../protocol/methods.ts';
import { failureMessage } from '../../text/failure.ts';
import { codes, say, textOf } from '../../text/message.ts';
import { Refusal } from '../../text/refusal.ts';
import { request } from './request.ts';

const AssistRequest = {
  type: new ProtocolRequestType<AssistParams, AssistAnswer | null, never, void, void>(METHODS.assist),
};

/** What assistants ask in the editor. The tools are loaded when one does. */
export const assists = request(AssistRequest.type, {
  async answer({ tool: name, input }, session) {
    const [{ tools }, { bounded }, { WorkspaceGround }] = await Promise.all([
      import('../../assist/tools.ts'),
      import('../../assist/answer.ts'),
      import('../workspace-ground.ts'),
    ]);
    const { bundle } = session.env;
    const tool = tools.find((one) => one.name === name);
    if (tool === undefined)
      return {
        text: textOf(
          say`The tools are ${codes(
            tools.map((one) => one.name),
            tools.length,
          )}.`,
          bundle,
        ),
        isError: true,
      };
    try {
      const { text } = bounded(await tool.ask(input, new WorkspaceGround(session)), tool.list, bundle);
      return { text };
    } catch (error) {
      if (error instanceof Refusal) return { text: textOf(error.text, bundle), isError: true };
      throw error;
    }
  },
  otherwise: (error, { env }) => ({
    text: textOf(failureMessage({ check: 'assist', error }), env.bundle),
    isError: true,
  }),
});
