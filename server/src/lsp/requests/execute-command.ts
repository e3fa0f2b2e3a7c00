import { ExecuteCommandRequest } from 'vscode-languageserver';
import { COMMANDS } from '../capabilities.ts';
import { execute } from '../commands.ts';
import { request } from './request.ts';

/** The commands that the server carries out. */
export const executedCommands = request(ExecuteCommandRequest.type, {
  advertise: () => ({ executeCommandProvider: { commands: Object.values(COMMANDS) } }),
  answer: ({ command, arguments: given = [] }, session) => execute(command, given, session),
});
