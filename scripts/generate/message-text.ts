import ts from 'typescript';
import { declarationOf, sayIn, valuesOf } from './message-walk.ts';

/** A template as people read it: each value in braces, named as the code names it; code spans in backticks. */
export function readable(template: ts.TemplateLiteral, checker: ts.TypeChecker): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  const values = valuesOf(template).map((value) => slot(value, checker));
  return template.templateSpans.reduce(
    (text, { literal }, i) => `${text}${values[i] ?? ''}${literal.text}`,
    template.head.text,
  );
}

function slot(value: ts.Expression, checker: ts.TypeChecker): string {
  const inner = inside(value, checker);
  if (inner !== undefined) return inner;
  const meant = ts.isIdentifier(value) ? initializerOf(value, checker) : undefined;
  return wrapped(meant ?? value, checker, meant && label(value)) ?? `{${label(value)}}`;
}

/** A text with what makes a value of it, under the name of its constant where it has none of its own. */
function wrapped(value: ts.Expression, checker: ts.TypeChecker, constant?: string): string | undefined {
  const wrapper = calledBy(value);
  const first = ts.isCallExpression(value) ? value.arguments[0] : undefined;
  if (first === undefined || wrapper === undefined || !WRAPPERS.has(wrapper)) return undefined;
  if (wrapper === 'prose') return `{${constant ?? label(first)}}`;
  return `\`${written(first, checker) ?? `{${constant && !isPath(first) ? constant : label(first)}}`}\``;
}

/** The functions that make a value of a message out of a text. */
const WRAPPERS: ReadonlySet<string> = new Set(['code', 'codes', 'prose']);

/** The messages in the place of a value, where the code leaves it open to few of them. */
function inside(value: ts.Expression, checker: ts.TypeChecker): string | undefined {
  const template = sayIn(value);
  if (template) return readable(template, checker);
  if (ts.isParenthesizedExpression(value)) return inside(value.expression, checker);
  if (ts.isConditionalExpression(value)) {
    const ways = [value.whenTrue, value.whenFalse];
    return ways.some((way) => inside(way, checker) !== undefined) ? choice(ways, checker) : undefined;
  }
  if (ts.isCallExpression(value) && ts.isIdentifier(value.expression)) {
    const ways = returnedBy(declarationOf(value.expression, checker));
    return ways.length > 0 && ways.every((way) => inside(way, checker) !== undefined)
      ? choice(ways, checker)
      : undefined;
  }
  const meant = ts.isIdentifier(value) ? initializerOf(value, checker) : undefined;
  return meant && inside(meant, checker);
}

function choice(ways: readonly ts.Expression[], checker: ts.TypeChecker): string {
  const [only, ...others] = ways;
  if (only && others.length === 0) return slot(only, checker);
  return `{${ways.map((way) => slot(way, checker).replace(/^\{([^{}]*)\}$/, '$1')).join(' | ')}}`;
}

/** What a function returns, in order. */
function returnedBy(declaration: ts.Declaration | undefined): readonly ts.Expression[] {
  if (declaration === undefined || !ts.isFunctionDeclaration(declaration) || !declaration.body) return [];
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node) && node.expression) found.push(node.expression);
    else if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit);
  };
  visit(declaration.body);
  return found;
}

/** What a constant stands for, also as an element of a list of constants. */
function initializerOf(name: ts.Identifier, checker: ts.TypeChecker): ts.Expression | undefined {
  const declaration = declarationOf(name, checker);
  if (declaration === undefined) return undefined;
  if (ts.isVariableDeclaration(declaration)) return declaration.initializer;
  if (!ts.isBindingElement(declaration) || !ts.isArrayBindingPattern(declaration.parent)) return undefined;
  const holder = declaration.parent.parent;
  const list = ts.isVariableDeclaration(holder) ? holder.initializer : undefined;
  return list && ts.isArrayLiteralExpression(list)
    ? list.elements[declaration.parent.elements.indexOf(declaration)]
    : undefined;
}

/** A text that the code writes out, or that a constant holds. */
function written(value: ts.Expression, checker: ts.TypeChecker): string | undefined {
  if (ts.isStringLiteralLike(value) || ts.isNumericLiteral(value)) return value.text;
  if (value.kind === ts.SyntaxKind.TrueKeyword) return 'true';
  if (value.kind === ts.SyntaxKind.FalseKeyword) return 'false';
  if (ts.isTemplateExpression(value)) {
    const parts = value.templateSpans.map(
      ({ expression, literal }) => `${written(expression, checker) ?? `{${label(expression)}}`}${literal.text}`,
    );
    return `${value.head.text}${parts.join('')}`;
  }
  const meant = ts.isIdentifier(value) ? initializerOf(value, checker) : undefined;
  return meant && ts.isStringLiteralLike(meant) ? meant.text : undefined;
}

function isPath(value: ts.Expression): boolean {
  return ts.isIdentifier(value) || ts.isPropertyAccessExpression(value);
}

/** What an expression is called: the last words of its path, without what every leaf has. */
function label(value: ts.Expression): string {
  if (ts.isIdentifier(value)) return value.text;
  if (ts.isBinaryExpression(value)) return label(value.left);
  if (ts.isConditionalExpression(value)) return label(value.whenTrue);
  if (ts.isParenthesizedExpression(value) || ts.isNonNullExpression(value)) return label(value.expression);
  if (ts.isCallExpression(value)) return labelOfCall(value);
  if (ts.isElementAccessExpression(value)) {
    const key = value.argumentExpression;
    return ts.isStringLiteralLike(key) ? key.text : label(value.expression);
  }
  if (!ts.isPropertyAccessExpression(value)) return 'text';
  const { expression, name } = value;
  if (name.text === 'value') return label(expression);
  return name.text === 'name' || name.text === 'length' ? `${label(expression)} ${name.text}` : name.text;
}

function labelOfCall(call: ts.CallExpression): string {
  const [first] = call.arguments;
  const called = calledBy(call) ?? 'text';
  if (ts.isPropertyAccessExpression(call.expression)) {
    return METHODS.has(call.expression.name.text) ? label(call.expression.expression) : called;
  }
  return first && (called === 'String' || called === 'hostKey' || WRAPPERS.has(called)) ? label(first) : called;
}

/** Methods that give a text or a list another form. */
const METHODS: ReadonlySet<string> = new Set(['map', 'filter', 'join', 'slice', 'toUpperCase', 'toLowerCase']);

function calledBy(value: ts.Expression): string | undefined {
  if (!ts.isCallExpression(value)) return undefined;
  const { expression } = value;
  if (ts.isIdentifier(expression)) return expression.text;
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : undefined;
}
