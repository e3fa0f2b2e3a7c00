import type { Fields } from './fields.ts';

/** What PowerShell itself gives every cmdlet, with the aliases it has for it. */
export const common: Readonly<Record<string, Fields>> = {
  Debug: { type: 'SwitchParameter', aliases: ['db'] },
  ErrorAction: { type: 'ActionPreference', aliases: ['ea'] },
  ErrorVariable: { type: 'String', aliases: ['ev'] },
  InformationAction: { type: 'ActionPreference', aliases: ['infa'] },
  InformationVariable: { type: 'String', aliases: ['iv'] },
  OutBuffer: { type: 'Int32', aliases: ['ob'] },
  OutVariable: { type: 'String', aliases: ['ov'] },
  PipelineVariable: { type: 'String', aliases: ['pv'] },
  Verbose: { type: 'SwitchParameter', aliases: ['vb'] },
  WarningAction: { type: 'ActionPreference', aliases: ['wa'] },
  WarningVariable: { type: 'String', aliases: ['wv'] },
};

/** Say how a command runs, not what it changes: stated once for the cmdlets that have them. */
export const shared: Readonly<Record<string, Fields>> = {
  AsJob: { type: 'SwitchParameter' },
  BypassDualWrite: { type: 'Object' },
  Confirm: { type: 'SwitchParameter', aliases: ['cf'] },
  Force: { type: 'SwitchParameter' },
  InMemory: { type: 'SwitchParameter' },
  Instance: { type: 'PSObject', pipeline: true },
  Tenant: { type: 'Guid' },
  WhatIf: { type: 'SwitchParameter', aliases: ['wi'] },
};
