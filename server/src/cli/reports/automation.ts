import type { RunAutomationDetails } from 'sarif';
import type { Shell } from '../shell.ts';

/**
 * By what code scanning knows one report from others of the same tool: a category, with a slash behind it, for GitHub; in a pipeline
 * of Azure DevOps the build, in the words of its readers.
 */
export function automationDetails(category: string, env: Shell['env']): RunAutomationDetails {
  return buildOf(env) ?? { id: `${category}/` };
}

/** https://learn.microsoft.com/azure/devops/pipelines/build/variables; rules GHAzDO1019 and GHAzDO1020 of the SARIF Multitool. */
function buildOf(env: Shell['env']): RunAutomationDetails | undefined {
  if (env.TF_BUILD !== 'True') return undefined;
  const organization = env.SYSTEM_COLLECTIONURI?.replace(/\/+$/, '').split('/').at(-1);
  const { SYSTEM_TEAMPROJECTID, SYSTEM_DEFINITIONID, SYSTEM_PHASEID, BUILD_SOURCEBRANCH, BUILD_BUILDID } = env;
  const parts = [
    organization,
    SYSTEM_TEAMPROJECTID,
    SYSTEM_DEFINITIONID,
    SYSTEM_PHASEID,
    BUILD_SOURCEBRANCH,
    BUILD_BUILDID,
  ];
  if (parts.some((part) => !part)) return undefined;
  return {
    id: `${PREFIX}${parts.join('/')}`,
    properties: {
      [`${PREFIX}buildDefinitionId`]: SYSTEM_DEFINITIONID,
      [`${PREFIX}buildDefinitionName`]: env.BUILD_DEFINITIONNAME ?? '',
      [`${PREFIX}phaseId`]: SYSTEM_PHASEID,
      [`${PREFIX}phaseName`]: env.SYSTEM_PHASENAME ?? '',
    },
  };
}

const PREFIX = 'azuredevops/pipeline/build/';
