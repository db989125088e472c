/** Functions of which the arguments are often data: each of them has room for about a hundred thousand. */
const FUNCTIONS = new Set([
  'Math.max',
  'Math.min',
  'Math.hypot',
  'String.fromCharCode',
  'String.fromCodePoint',
  'Array.of',
  'Buffer.of',
]);

/** Methods of arrays, whatever the array is called. */
const METHODS = new Set(['push', 'unshift', 'splice', 'concat']);

/**
 * Forbids to hand an array of any length over as arguments: they lie on the stack, which overflows from about a hundred
 * thousand on. Arrays of a length that is known are allowed: a literal, a tuple (by its type), and the rest
 * parameter of a function, which have been arguments before.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const noSpreadOfData = {
  meta: {
    type: 'problem',
    docs: { description: 'forbid arrays of any length as the arguments of a call' },
    messages: {
      spread:
        'The arguments of {{name}} lie on the stack, which data overflow: use a loop, or largest and smallest of @tenfold/linalg.',
      apply: 'The arguments of apply lie on the stack, which data overflow: use a loop.',
    },
    schema: [],
  },
  create(context) {
    return {
      CallExpression(node) {
        const name = nameOf(node.callee);
        if (name === undefined) return;
        if (isApply(name) && node.arguments.length > 1) {
          const values = node.arguments.at(-1);
          if (!isBounded(values, context)) context.report({ node: values, messageId: 'apply' });
        }
        if (!takesData(name)) return;
        for (const argument of node.arguments) {
          if (argument.type !== 'SpreadElement' || isBounded(argument.argument, context)) continue;
          context.report({ node: argument, messageId: 'spread', data: { name } });
        }
      },
    };
  },
};

/** `Math.max` of `Math.max(…)`, `.push` of `this.#all.push(…)`; undefined for anything but a method. */
function nameOf(callee) {
  if (callee.type !== 'MemberExpression' || callee.computed) return undefined;
  const object = callee.object.type === 'Identifier' ? callee.object.name : '';
  return `${object}.${callee.property.name}`;
}

function takesData(name) {
  const [object, method] = name.split('.');
  return FUNCTIONS.has(name) || METHODS.has(method) || (method === 'of' && object.endsWith('Array'));
}

function isApply(name) {
  return name.endsWith('.apply');
}

/** Whether the number of an expression's elements stands in the program. */
function isBounded(node, context) {
  if (node.type === 'ArrayExpression') {
    return node.elements.every(
      (element) => element?.type !== 'SpreadElement' || isBounded(element.argument, context),
    );
  }
  return isRestParameter(node, context) || isTuple(node, context);
}

function isRestParameter(node, { sourceCode }) {
  if (node.type !== 'Identifier') return false;
  for (let scope = sourceCode.getScope(node); scope !== null; scope = scope.upper) {
    const variable = scope.set.get(node.name);
    if (variable === undefined) continue;
    return variable.defs.some(({ type, name }) => type === 'Parameter' && name.parent.type === 'RestElement');
  }
  return false;
}

/** By the type, where the file has types. */
function isTuple(node, { sourceCode: { parserServices } }) {
  if (!parserServices?.program) return false;
  const checker = parserServices.program.getTypeChecker();
  const type = parserServices.getTypeAtLocation(node);
  return checker.isTupleType(type) && type.target.fixedLength === checker.getTypeArguments(type).length;
}
