import type { Tool } from './tool.ts';
import { check } from './tools/check.ts';
import { diagnose } from './tools/diagnose.ts';
import { explain } from './tools/explain.ts';
import { importTool } from './tools/import.ts';
import { map } from './tools/map.ts';
import { plan } from './tools/plan.ts';
import { timeline } from './tools/timeline.ts';
import { upcoming } from './tools/upcoming.ts';

/** All that an assistant can ask, in the order in which it is listed: by the protocol of assistants, and in VS Code. */
export const tools: readonly Tool[] = [check, explain, plan, timeline, upcoming, diagnose, importTool, map];
