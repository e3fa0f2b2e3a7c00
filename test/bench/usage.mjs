// Loaded before a program, by `--import`: at its end it tells what it has used, in a line of the file that USAGE names.
import { appendFileSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const used = { cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 };
  appendFileSync(process.env.USAGE, `${JSON.stringify(used)}\n`);
});
