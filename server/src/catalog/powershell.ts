/** The verbs that PowerShell 5.1 has, as `Get-Verb` lists them; a cmdlet with another one is most likely none. */
export const verbs: readonly string[] = [
  'Add Clear Close Copy Enter Exit Find Format Get Hide Join Lock Move New Open Optimize Pop Push Redo Remove Rename',
  'Reset Resize Search Select Set Show Skip Split Step Switch Undo Unlock Watch Backup Checkpoint Compare Compress',
  'Convert ConvertFrom ConvertTo Dismount Edit Expand Export Group Import Initialize Limit Merge Mount Out Publish',
  'Restore Save Sync Unpublish Update Approve Assert Complete Confirm Deny Disable Enable Install Invoke Register',
  'Request Restart Resume Start Stop Submit Suspend Uninstall Unregister Wait Debug Measure Ping Repair Resolve Test',
  'Trace Connect Disconnect Read Receive Send Write Block Grant Protect Revoke Unblock Unprotect Use',
].flatMap((row) => row.split(' '));

/** Words of the language. As arguments they are text, which not every reader knows, man or program. */
export const keywords: ReadonlySet<string> = new Set(
  `begin break catch class configuration continue data define do dynamicparam else elseif end enum exit filter finally
  for foreach from function hidden if in inlinescript interface module namespace parallel param process public private
  return sequence static switch throw trap try type until using var while workflow null true false`.split(/\s+/),
);

/** What people write for a verb, with the verbs that PowerShell has for it. */
export const otherVerbs: Readonly<Record<string, readonly string[]>> = {
  add: ['New', 'Set'],
  allow: ['New'],
  apply: ['Grant', 'Set'],
  assign: ['Grant', 'Set'],
  change: ['Set'],
  check: ['Test', 'Get'],
  configure: ['Set'],
  create: ['New'],
  delete: ['Remove'],
  edit: ['Set'],
  list: ['Get'],
  modify: ['Set'],
  show: ['Get'],
  update: ['Set'],
  verify: ['Test'],
};

/** Cmdlets that exist beside those of the reference, as far as they share a noun with one of these. */
export const otherCmdlets: readonly string[] = [
  'Backup-CsPool',
  'Disable-CsComputer',
  'Get-CsComputer',
  'Get-CsTopology',
  'Test-CsComputer',
  'Test-CsTopology',
];

/** Commands that change the published topology, which takes effect when it is enabled (reference of `Enable-CsTopology`). */
export const topologyChanges: readonly string[] = [
  'Publish-CsTopology',
  'New-CsKerberosAccountAssignment',
  'Set-CsKerberosAccountAssignment',
  'Remove-CsKerberosAccountAssignment',
];
