import { readFile } from 'node:fs/promises';
import ts from 'typescript';

/** The files of the library, all of which tell its types. */
export const TYPED = ['library', 'types'] as const;

/** What a file of the library says to those who use it. Of what it imports it needs to tell no more than the names. */
export async function declarationOf(name: (typeof TYPED)[number]): Promise<string> {
  const fileName = `server/src/library/${name}.ts`;
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(await readFile(fileName, 'utf8'), {
    fileName,
    reportDiagnostics: true,
    compilerOptions: { declaration: true, isolatedDeclarations: true, target: ts.ScriptTarget.ES2023 },
  });
  const [fault] = diagnostics;
  if (fault !== undefined) throw new Error(`${fileName}: ${ts.flattenDiagnosticMessageText(fault.messageText, '\n')}`);
  return outputText;
}
