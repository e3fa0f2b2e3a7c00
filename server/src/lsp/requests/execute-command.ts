import { ExecuteCommandRequest } from 'vscode-languageserver';
import { SERVER_COMMANDS } from '../../../../protocol/commands.ts';
import { execute } from '../commands.ts';
import { request } from './request.ts';

/** The commands that the server carries out. */
export const executedCommands = request(ExecuteCommandRequest.type, {
  advertise: () => ({ executeCommandProvider: { commands: Object.values(SERVER_COMMANDS) } }),
  answer: ({ command, arguments: given = [] }, session) => execute(command, given, session),
});
