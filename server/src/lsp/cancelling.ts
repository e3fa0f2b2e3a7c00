import { type ConnectionStrategy, LSPErrorCodes, Message } from 'vscode-languageserver';

/** What the client takes back before its turn has come is not worked on. */
export const strategy: ConnectionStrategy = {
  cancelUndispatched(message) {
    if (!Message.isRequest(message)) return undefined;
    const { id, jsonrpc } = message;
    return { id, jsonrpc, error: { code: LSPErrorCodes.RequestCancelled, message: 'cancelled' } };
  },
};
