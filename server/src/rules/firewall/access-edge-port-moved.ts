import { argumentFor, isUndone } from '../../cmdlets/resolved.ts';
import { federatingPools } from '../../deployment/edge.ts';
import type { SpecEdit } from '../../edits/fix.ts';
import { runOnServer } from '../../edits/server-command.ts';
import { each } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import { set } from '../../yaml/edit.ts';
import type { Finding, Rule } from '../rule.ts';

export const accessEdgePortMoved: Rule = {
  id: 'access-edge-port-moved',
  summary: say`An Access Edge that answers partners on another port than that of federation.`,
  severity: 'error',
  facts: ['ports.federation'],

  *check(spec, { catalog, runbook }) {
    const port = catalog.ports.federation.firstPort;
    const finding = (value: string | number, at: Range, edits: readonly SpecEdit[]): Finding => ({
      at,
      message: say`Partners and providers connect to port ${port} only, so nobody reaches the Access Edge on port ${code(value)}. Set it to ${port}.`,
      fixes: [{ title: say`Set the external SIP port to ${port}`, safety: 'review', edits }],
    });
    for (const { accessEdgeExternalSipPort: moved, path, fqdn } of federatingPools(spec)) {
      if (moved === undefined || moved.value === port) continue;
      const parameters = { Identity: `EdgeServer:${fqdn?.value ?? ''}`, AccessEdgeExternalSipPort: port };
      const command = fqdn ? runOnServer(spec, catalog, { cmdlet: 'Set-CsEdgeServer', parameters }) : [];
      yield finding(moved.value, moved.at, [set([...path, 'accessEdgeExternalSipPort'], port), ...command]);
    }
    for (const command of runbook) {
      const moved = argumentFor(command, 'AccessEdgeExternalSipPort');
      if (command.known?.name !== 'Set-CsEdgeServer' || isUndone(command) || typeof moved?.value !== 'string') continue;
      const line = each(spec.cmdlets)[command.item];
      if (!/^\d+$/.test(moved.value) || Number(moved.value) === port || moved.valueAt === undefined) continue;
      const found = finding(moved.value, moved.valueAt, [{ edit: 'text', at: moved.valueAt, insert: String(port) }]);
      yield line?.verbatimAt === undefined ? { ...found, fixes: [] } : found;
    }
  },
};
