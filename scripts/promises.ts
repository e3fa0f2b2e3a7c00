import ts from 'typescript';

/** A promise whose failure nobody would hear of: it would end the language server. */
export interface Unheard {
  readonly file: string;
  /** From 1 on. */
  readonly line: number;
  readonly text: string;
}

/**
 * The promises of a program that nobody awaits, returns or catches, `void` before them or not, and the functions that return one to
 * somebody who takes no answer. The rules of Biome for this do not see a promise that comes from a destructured object.
 */
export function unheardPromises(program: ts.Program, isLookedAt: (file: string) => boolean): readonly Unheard[] {
  const checker = program.getTypeChecker();
  const found: Unheard[] = [];
  for (const source of program.getSourceFiles()) {
    if (!isLookedAt(source.fileName)) continue;
    const look = (node: ts.Node): void => {
      if (isUnheard(node, checker)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        found.push({ file: source.fileName, line: line + 1, text: node.getText(source).split('\n')[0] ?? '' });
      }
      ts.forEachChild(node, look);
    };
    look(source);
  }
  return found;
}

function isUnheard(node: ts.Node, checker: ts.TypeChecker): boolean {
  if (ts.isExpressionStatement(node) || ts.isVoidExpression(node)) return isLeft(node.expression, checker);
  if (!ts.isExpression(node) || ts.isParenthesizedExpression(node)) return false;
  const [given] = checker.getTypeAtLocation(node).getCallSignatures();
  if (given === undefined || !isPromise(given.getReturnType(), checker)) return false;
  const [wanted] = checker.getContextualType(node)?.getCallSignatures() ?? [];
  return wanted !== undefined && takesNoAnswer(wanted.getReturnType(), node);
}

/** Whether nothing is to be returned, or, of a listener, whatever it likes. */
function takesNoAnswer({ flags }: ts.Type, { parent }: ts.Node): boolean {
  if ((flags & ts.TypeFlags.Void) !== 0) return true;
  const isListener = ts.isCallExpression(parent) && /(?:^|\.)on[A-Z]\w*$/.test(parent.expression.getText());
  return isListener && (flags & ts.TypeFlags.Any) !== 0;
}

/** Whether an expression is a promise that is neither awaited nor caught. */
function isLeft(expression: ts.Expression, checker: ts.TypeChecker): boolean {
  if (ts.isParenthesizedExpression(expression)) return isLeft(expression.expression, checker);
  if (ts.isConditionalExpression(expression))
    return isLeft(expression.whenTrue, checker) || isLeft(expression.whenFalse, checker);
  if (ts.isBinaryExpression(expression))
    return !isAssignment(expression) && isPromise(checker.getTypeAtLocation(expression), checker);
  if (ts.isCallExpression(expression) && ts.isPropertyAccessExpression(expression.expression)) {
    if (expression.expression.name.text === 'catch' && expression.arguments.length > 0) return false;
  }
  return !ts.isVoidExpression(expression) && isPromise(checker.getTypeAtLocation(expression), checker);
}

function isAssignment({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

function isPromise(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (type.isUnion()) return type.types.some((one) => isPromise(one, checker));
  if ((type.flags & ts.TypeFlags.Any) !== 0) return false;
  return checker.getPropertyOfType(type, 'then') !== undefined;
}
