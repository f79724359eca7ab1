import { assertNever } from '../../../base/assert-never.ts';

export type UnaryOperator = '!' | '-';
export type BinaryOperator = '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | '+' | '-' | '*' | '/' | '%';
/** What goes through a list item by item. Each reads its list once, so nothing can go on for ever. */
export type MacroName = 'map' | 'filter' | 'all' | 'exists' | 'exists_one';

/** Where a part stands in the text, for whatever is to be said about it. */
type Placed = { readonly start: number; readonly end: number };

/** An expression, read. */
export type ExpressionNode = Placed &
  (
    | { readonly kind: 'value'; readonly value: null | boolean | number | string }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'field'; readonly from: ExpressionNode; readonly name: string }
    | { readonly kind: 'index'; readonly from: ExpressionNode; readonly at: ExpressionNode }
    /** `upper(name)` and `name.upper()` are the same call. */
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly ExpressionNode[] }
    | {
        readonly kind: 'macro';
        readonly name: MacroName;
        readonly list: ExpressionNode;
        readonly variable: string;
        /** Of `map(item, test, value)`; null where there is none. */
        readonly test: ExpressionNode | null;
        readonly body: ExpressionNode;
      }
    | { readonly kind: 'has'; readonly from: ExpressionNode; readonly name: string }
    | { readonly kind: 'list'; readonly items: readonly ExpressionNode[] }
    | { readonly kind: 'map'; readonly entries: readonly (readonly [ExpressionNode, ExpressionNode])[] }
    | { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: ExpressionNode }
    | {
        readonly kind: 'binary';
        readonly operator: BinaryOperator;
        readonly left: ExpressionNode;
        readonly right: ExpressionNode;
      }
    | {
        readonly kind: 'choice';
        readonly condition: ExpressionNode;
        readonly whenTrue: ExpressionNode;
        readonly whenFalse: ExpressionNode;
      }
  );

/** Names an expression reads from outside, each once per place. */
export function namesRead(node: ExpressionNode): readonly Extract<ExpressionNode, { kind: 'name' }>[] {
  const found: Extract<ExpressionNode, { kind: 'name' }>[] = [];
  const visit = (each: ExpressionNode, bound: ReadonlySet<string>): void => {
    if (each.kind === 'name' && !bound.has(each.name)) found.push(each);
    const inner = each.kind === 'macro' ? new Set([...bound, each.variable]) : bound;
    for (const child of childrenOf(each)) visit(child, child === listOf(each) ? bound : inner);
  };
  visit(node, new Set());
  return found;
}

const listOf = (node: ExpressionNode): ExpressionNode | null => (node.kind === 'macro' ? node.list : null);

/** The parts of a node, in the order they stand. */
export function childrenOf(node: ExpressionNode): readonly ExpressionNode[] {
  switch (node.kind) {
    case 'value':
    case 'name':
      return [];
    case 'field':
    case 'has':
      return [node.from];
    case 'index':
      return [node.from, node.at];
    case 'call':
      return node.args;
    case 'macro':
      return [node.list, ...(node.test === null ? [] : [node.test]), node.body];
    case 'list':
      return node.items;
    case 'map':
      return node.entries.flat();
    case 'unary':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'choice':
      return [node.condition, node.whenTrue, node.whenFalse];
    default:
      return assertNever(node);
  }
}
