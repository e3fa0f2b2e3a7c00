import ts from 'typescript';

/** Where a message stands in a finding; a phrase is part of another message. */
export type MessageKind = 'summary' | 'message' | 'note' | 'related' | 'fix' | 'phrase';

/** A template of a message, as it is written in the code. */
export interface Said {
  readonly kind: MessageKind;
  readonly template: ts.TemplateLiteral;
}

/** The properties and parameters that tell what a message inside them is for. */
const KINDS: ReadonlyMap<string, MessageKind> = new Map([
  ['summary', 'summary'],
  ['message', 'message'],
  ['note', 'note'],
  ['related', 'related'],
  ['title', 'fix'],
]);

/**
 * All templates of messages that the code of a declaration leads to, in the order in which it is read. Names are followed
 * to what they stand for, into other files as well, so a message counts for a rule only if the rule's code names it.
 */
export function saidBy(start: ts.Node, checker: ts.TypeChecker): readonly Said[] {
  const found = new Map<string, Said>();
  const followed = new Set<string>();

  const visit = (node: ts.Node, kind: MessageKind): void => {
    const template = sayIn(node);
    // What a local name stands for is read where the name is used, which tells what it is for.
    if (ts.isTypeNode(node) || ts.isVariableDeclaration(node)) return;
    if (template) {
      const key = `${kind} ${idOf(template)}`;
      if (!found.has(key)) found.set(key, { kind, template });
      for (const value of valuesOf(template)) visit(value, 'phrase');
    } else if (ts.isIdentifier(node)) follow(node, kind);
    else if (ts.isShorthandPropertyAssignment(node)) follow(node.name, kindIn(kind, node.name.text));
    else if (ts.isPropertyAssignment(node)) visit(node.initializer, kindIn(kind, nameOf(node.name)));
    else if (ts.isCallExpression(node)) visitCall(node, kind);
    else if (ts.isPropertyAccessExpression(node)) {
      // A place says nothing, whatever else is known of what is there.
      if (node.name.text !== 'at') visit(node.expression, kind);
    } else ts.forEachChild(node, (child) => visit(child, kind));
  };

  const visitCall = (call: ts.CallExpression, kind: MessageKind): void => {
    const list = pushedTo(call);
    if (list === undefined) visit(call.expression, kind);
    const parameters = ts.isIdentifier(call.expression) ? parametersOf(declarationOf(call.expression, checker)) : [];
    for (const [i, argument] of call.arguments.entries()) {
      const name = parameters[i]?.name;
      const purpose = list ?? (name && ts.isIdentifier(name) ? name.text : '');
      visit(argument, kindIn(kind, purpose));
    }
  };

  const follow = (name: ts.Identifier, kind: MessageKind): void => {
    const body = bodyOf(declarationOf(name, checker));
    if (body === undefined || body.getSourceFile().fileName.includes('.generated.')) return;
    const key = `${kind} ${idOf(body)}`;
    if (followed.has(key)) return;
    followed.add(key);
    visit(body, kind);
  };

  visit(start, 'phrase');
  const purposes = new Set([...found.values()].flatMap(({ kind, template }) => (kind === 'phrase' ? [] : [template])));
  const said = [...found.values()].filter(({ kind, template }) => kind !== 'phrase' || !purposes.has(template));
  return said.toSorted((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind));
}

const KIND_ORDER: readonly MessageKind[] = ['summary', 'message', 'note', 'related', 'fix', 'phrase'];

/** The template of a `say` expression. */
export function sayIn(node: ts.Node): ts.TemplateLiteral | undefined {
  return ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text === 'say'
    ? node.template
    : undefined;
}

/** The expressions in a template, in order. */
export function valuesOf(template: ts.TemplateLiteral): readonly ts.Expression[] {
  return ts.isTemplateExpression(template) ? template.templateSpans.map(({ expression }) => expression) : [];
}

/** The template as `say` has it, which is its key in every translation. */
export function keyOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.templateSpans.reduce((text, { literal }, i) => `${text}{${i}}${literal.text}`, template.head.text);
}

/** What a name stands for: a variable, a function, a parameter. */
export function declarationOf(name: ts.Identifier, checker: ts.TypeChecker): ts.Declaration | undefined {
  const symbol = ts.isShorthandPropertyAssignment(name.parent)
    ? checker.getShorthandAssignmentValueSymbol(name.parent)
    : checker.getSymbolAtLocation(name);
  const meant = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return meant?.valueDeclaration;
}

function bodyOf(declaration: ts.Declaration | undefined): ts.Node | undefined {
  if (declaration === undefined) return undefined;
  if (ts.isVariableDeclaration(declaration)) {
    const { parent, initializer } = declaration;
    // The variable of a loop stands for what is looped over.
    return ts.isForOfStatement(parent.parent) ? parent.parent.expression : initializer;
  }
  if (ts.isBindingElement(declaration)) return bodyOfPattern(declaration);
  return ts.isFunctionDeclaration(declaration) ? declaration.body : undefined;
}

function bodyOfPattern(element: ts.BindingElement): ts.Node | undefined {
  const holder = element.parent.parent;
  return ts.isParameter(holder) ? element.initializer : bodyOf(holder);
}

function parametersOf(declaration: ts.Declaration | undefined): readonly ts.ParameterDeclaration[] {
  if (declaration === undefined) return [];
  if (ts.isFunctionDeclaration(declaration)) return declaration.parameters;
  const value = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  return value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) ? value.parameters : [];
}

/** The name of the list that a call adds to. */
function pushedTo({ expression }: ts.CallExpression): string | undefined {
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'push') return undefined;
  return ts.isIdentifier(expression.expression) ? expression.expression.text : undefined;
}

/** What the message of another place is for is decided by the place, not by the key. */
function kindIn(around: MessageKind, name: string): MessageKind {
  const kind = KINDS.get(name);
  return kind === undefined || (around === 'related' && kind === 'message') ? around : kind;
}

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '';
}

function idOf(node: ts.Node): string {
  return `${node.getSourceFile().fileName}:${node.pos}`;
}
