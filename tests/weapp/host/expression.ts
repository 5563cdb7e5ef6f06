import { isBag, isCallable, textOf } from './values';

/** The names that an expression can see. */
export type Scope = Record<string, unknown>;

/** A compiled `{{ }}` expression: no eval, so that the host obeys the rule which it enforces. */
export type Expression = (scope: Scope) => unknown;

interface Token {
  readonly kind: 'number' | 'string' | 'name' | 'sign' | 'end';
  readonly text: string;
}

const TOKEN =
  /\s+|(?<number>\d+(?:\.\d+)?|\.\d+)|(?<string>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")|(?<name>[A-Za-z_$][\w$]*)|(?<sign>\.\.\.|===|!==|==|!=|<=|>=|&&|\|\||[-+*/%<>!?:.,()[\]{}])/y;

const BINARY_LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['===', '!==', '==', '!='],
  ['<', '>', '<=', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

const WORDS: Readonly<Record<string, unknown>> = {
  true: true,
  false: false,
  null: null,
  undefined,
};

/** Compiles the inside of `{{ }}`; `source` that is a list of fields needs its braces put back first. */
export function compileExpression(source: string): Expression {
  return new Parser(tokensOf(source), source).whole();
}

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (match === null) throw new Error(`Cannot read "{{${source}}}" at "${source.slice(start)}"`);
    for (const kind of ['number', 'string', 'name', 'sign'] as const) {
      const text = match.groups?.[kind];
      if (text !== undefined) tokens.push({ kind, text });
    }
  }
  return tokens;
}

class Parser {
  private place = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly source: string,
  ) {}

  whole(): Expression {
    const expression = this.choice();
    if (this.peek().kind !== 'end') throw this.fault();
    return expression;
  }

  private choice(): Expression {
    const test = this.binary(0);
    if (!this.takes('?')) return test;
    const yes = this.choice();
    this.expect(':');
    const no = this.choice();
    return (scope) => (test(scope) ? yes(scope) : no(scope));
  }

  private binary(level: number): Expression {
    const signs = BINARY_LEVELS[level];
    if (signs === undefined) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const sign = signs.find((one) => this.takes(one));
      if (sign === undefined) return left;
      left = joined(sign, left, this.binary(level + 1));
    }
  }

  private unary(): Expression {
    if (this.takes('!')) {
      const inner = this.unary();
      return (scope) => !inner(scope);
    }
    if (this.takes('-')) {
      const inner = this.unary();
      return (scope) => -Number(inner(scope));
    }
    if (this.takes('+')) {
      const inner = this.unary();
      return (scope) => Number(inner(scope));
    }
    return this.reached(this.atom());
  }

  private reached(start: Expression): Expression {
    let from = start;
    for (;;) {
      if (this.takes('.')) {
        const key = this.next();
        if (key.kind !== 'name') throw this.fault();
        from = member(from, () => key.text);
      } else if (this.takes('[')) {
        const key = this.choice();
        this.expect(']');
        from = member(from, key);
      } else if (this.takes('(')) {
        from = called(from, this.list(')'), this.source);
      } else return from;
    }
  }

  private atom(): Expression {
    if (this.takes('(')) {
      const inner = this.choice();
      this.expect(')');
      return inner;
    }
    if (this.takes('[')) {
      const items = this.list(']');
      return (scope) => items.map((item) => item(scope));
    }
    if (this.takes('{')) return this.fields();
    const token = this.next();
    if (token.kind === 'number') return constant(Number(token.text));
    if (token.kind === 'string') return constant(unquoted(token.text));
    if (token.kind !== 'name') throw this.fault();
    if (token.text in WORDS) return constant(WORDS[token.text]);
    return (scope) => scope[token.text];
  }

  private list(close: string): Expression[] {
    const items: Expression[] = [];
    while (!this.takes(close)) {
      items.push(this.choice());
      if (!this.takes(',')) {
        this.expect(close);
        break;
      }
    }
    return items;
  }

  private fields(): Expression {
    const writers: ((scope: Scope, into: Scope) => void)[] = [];
    while (!this.takes('}')) {
      writers.push(this.field());
      if (!this.takes(',')) {
        this.expect('}');
        break;
      }
    }
    return (scope) => {
      const made: Scope = {};
      for (const write of writers) write(scope, made);
      return made;
    };
  }

  private field(): (scope: Scope, into: Scope) => void {
    if (this.takes('...')) {
      const spread = this.choice();
      return (scope, into) => void Object.assign(into, spread(scope));
    }
    const token = this.next();
    const key = token.kind === 'string' ? unquoted(token.text) : token.text;
    const value = this.takes(':') ? this.choice() : (scope: Scope) => scope[key];
    return (scope, into) => {
      into[key] = value(scope);
    };
  }

  private peek(): Token {
    return this.tokens[this.place] ?? { kind: 'end', text: '' };
  }

  private next(): Token {
    const token = this.peek();
    this.place += 1;
    return token;
  }

  private takes(sign: string): boolean {
    const token = this.peek();
    if (token.kind !== 'sign' || token.text !== sign) return false;
    this.place += 1;
    return true;
  }

  private expect(sign: string): void {
    if (!this.takes(sign)) throw this.fault();
  }

  private fault(): Error {
    return new Error(`Cannot read "{{${this.source}}}" near "${this.peek().text}"`);
  }
}

function constant(value: unknown): Expression {
  return () => value;
}

function unquoted(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/g, '$1');
}

function joined(sign: string, left: Expression, right: Expression): Expression {
  if (sign === '||') return (scope) => left(scope) || right(scope);
  if (sign === '&&') return (scope) => left(scope) && right(scope);
  if (sign === '+') return (scope) => sum(left(scope), right(scope));
  return (scope) => worked(sign, left(scope), right(scope));
}

function sum(left: unknown, right: unknown): unknown {
  if (typeof left === 'number' && typeof right === 'number') return left + right;
  return textOf(left) + textOf(right);
}

function worked(sign: string, left: unknown, right: unknown): unknown {
  if (sign === '===') return left === right;
  if (sign === '!==') return left !== right;
  if (sign === '==') return looselyEqual(left, right);
  if (sign === '!=') return !looselyEqual(left, right);
  const [a, b] = [Number(left), Number(right)];
  if (sign === '<') return a < b;
  if (sign === '>') return a > b;
  if (sign === '<=') return a <= b;
  if (sign === '>=') return a >= b;
  if (sign === '-') return a - b;
  if (sign === '*') return a * b;
  return sign === '/' ? a / b : a % b;
}

function looselyEqual(left: unknown, right: unknown): boolean {
  if (left === null || left === undefined) return right === null || right === undefined;
  if (right === null || right === undefined) return false;
  return typeof left === typeof right ? left === right : textOf(left) === textOf(right);
}

/** WXML reads a field of nothing as undefined, where JavaScript would throw. */
function member(of: Expression, key: Expression): Expression {
  return (scope) => {
    const from = of(scope);
    const name = textOf(key(scope));
    if (typeof from === 'string')
      return name === 'length' ? from.length : from.charAt(Number(name));
    return isBag(from) ? from[name] : undefined;
  };
}

function called(of: Expression, args: readonly Expression[], source: string): Expression {
  return (scope) => {
    const target = of(scope);
    if (!isCallable(target)) throw new Error(`"{{${source}}}" calls what is no wxs function`);
    return target(...args.map((arg) => arg(scope)));
  };
}
