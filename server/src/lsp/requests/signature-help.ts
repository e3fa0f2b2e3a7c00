import { SignatureHelpRequest } from 'vscode-languageserver';
import { signatureHelp } from '../../features/signature.ts';
import { toOffset } from '../convert.ts';
import { toSignatureHelp } from '../convert-commands.ts';
import { onDocument } from './request.ts';

/** The ways to call the cmdlet that is being typed. */
export const signatures = onDocument(SignatureHelpRequest.type, {
  scripts: true,
  advertise: () => ({ signatureHelpProvider: { triggerCharacters: [' ', '-'] } }),
  answer({ own }, { position }, { client, env }) {
    const found = signatureHelp(own, toOffset(own.lines, position), env);
    return found === undefined ? null : toSignatureHelp(found, client);
  },
});
