// `tsc -p .`, and no promise is left alone in what is shipped.
import { resolve } from 'node:path';
import ts from 'typescript';
import { unheardPromises } from './promises.ts';

const root = resolve(import.meta.dirname, '..');
const host: ts.ParseConfigFileHost = {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic(diagnostic) {
    throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
  },
};
const config = ts.getParsedCommandLineOfConfigFile(resolve(root, 'tsconfig.json'), {}, host);
if (config === undefined) throw new Error('there is no tsconfig.json');
const program = ts.createProgram(config.fileNames, config.options);
const wrong = [...config.errors, ...ts.getPreEmitDiagnostics(program)];
process.stderr.write(
  ts.formatDiagnosticsWithColorAndContext(wrong, {
    getCurrentDirectory: () => root,
    getCanonicalFileName: (name) => name,
    getNewLine: () => '\n',
  }),
);
const unheard = unheardPromises(program, (file) => /^(?:client|server)\/src\//.test(file.slice(root.length + 1)));
for (const { file, line, text } of unheard) {
  process.stderr.write(`${file}:${line}: nobody hears when this promise fails: ${text}\n`);
}
process.exitCode = wrong.length + unheard.length > 0 ? 1 : 0;
