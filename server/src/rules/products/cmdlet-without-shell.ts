import { serverWithoutShell } from '../../deployment/shellless.ts';
import { withoutCommand } from '../../edits/command-edits.ts';
import { code, prose, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const cmdletWithoutShell: Rule = {
  id: 'cmdlet-without-shell',
  summary: say`A command of the Management Shell for a server that has none.`,
  severity: 'error',
  facts: ['products'],

  *check(spec, { catalog, beyondServer, lines }) {
    const server = serverWithoutShell(spec, catalog);
    if (server === undefined) return;
    const product = prose(catalog.products[server.product].name);
    const stated = [spec.server?.edgeProduct, spec.server?.product].find((one) => one?.value === server.product);
    for (const command of beyondServer) {
      const edits = withoutCommand({ spec, lines }, command, { runbook: beyondServer });
      yield {
        at: command.at,
        message: say`${code(command.cmdlet)} is a command of the Management Shell, and ${product} has none: it is set up in its console. Remove the command, or upgrade the server.`,
        related: stated ? [{ at: stated.at, message: say`The server is stated here.` }] : [],
        fixes: edits ? [{ title: say`Remove ${code(command.cmdlet)}`, safety: 'review', edits }] : [],
      };
    }
  },
};
