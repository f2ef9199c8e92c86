import type { Part } from '@iama/model';
import type { Node } from 'oxc-parser';
import { lowerConstant, possibleNodes } from '../typescript/lower-constant.ts';
import type { NodeOf, ParsedModule } from '../typescript/parsed-module.ts';
import type { Emission } from './emission.ts';
import { contextOf, isInsideFunction, nameOfCallee, sourceOf } from './send-context.ts';
import { statusNear } from './status-near.ts';

type Making = NodeOf<'CallExpression'> | NodeOf<'NewExpression'>;

const builtIn =
  /^(Error|TypeError|RangeError|SyntaxError|ReferenceError|EvalError|URIError|AggregateError|DOMException|ZodError|Promise)$/;
const classes = /(Error|Exception|Failure|Fault|Problem|Denied|Denial|Rejection)$/;
const functions =
  /^(?!set|is|has|on|handle|log|capture|report|assert|expect|get|format|parse|map|use|clear|show|wrap|catch|find|to|track|print|display|render|dispatch|emit|check|add)\w*([eE]rror|[eE]xception|[fF]ail(ure)?|[pP]roblem|[dD]eny|[dD]enied|[aA]bort|[rR]eject)\w*$|^(deny|abort|halt|bail|fail|reject)$/;
const told =
  /(^|\.)(log|logger|console|winston|pino|sentry|span|toast|notifications?|tracer|metrics?|analytics|vi|jest|chai|expect|z|ctx\.addIssue|process|assert)$/i;
const statusErrors =
  /^(badRequest|unauthorized|paymentRequired|forbidden|notFound|methodNotAllowed|notAcceptable|conflict|gone|unprocessableEntity|tooManyRequests|internalServerError|notImplemented|badGateway|serviceUnavailable|gatewayTimeout)$/;

/** The name of what makes or sends an error, when a call does. */
export function errorMaker(module: ParsedModule, call: Making): string | undefined {
  const name = nameOfCallee(call.callee);
  if (call.type === 'NewExpression') {
    const thrown = call.parent?.type === 'ThrowStatement';
    return (classes.test(name) || thrown) && !builtIn.test(name) ? name : undefined;
  }
  if (call.callee.type === 'MemberExpression' && told.test(sourceOf(module, call.callee.object))) return undefined;
  if (name === 'push' && call.callee.type === 'MemberExpression') {
    return /([eE]rrors|[fF]ailures|[pP]roblems|[vV]iolations)$/.test(sourceOf(module, call.callee.object))
      ? name
      : undefined;
  }
  return functions.test(name) || statusErrors.test(name) ? name : undefined;
}

/** Errors made by classes and functions, and constants that are thrown or sent. */
export function madeErrors(module: ParsedModule): Part[] {
  const makings = [...module.nodesOf('NewExpression'), ...module.nodesOf('CallExpression')];
  const made = makings.flatMap((call): Part[] => {
    const name = isInsideFunction(call) ? errorMaker(module, call) : undefined;
    if (name === undefined) return [];
    const status = statusNear(module, call);
    const args = call.arguments.flatMap((argument) =>
      argument.type === 'SpreadElement'
        ? []
        : [{ nodes: possibleNodes(module, argument).slice(0, 4), at: module.placeAt(argument.start) }],
    );
    // A condition among the arguments gives several errors; the first of several such is taken apart.
    const several = args.findIndex(({ nodes }) => nodes.length > 1);
    const variants = several < 0 ? [0] : (args[several]?.nodes ?? []).map((_, index) => index);
    return variants.map((variant): Part => {
      const given = args.map(({ nodes, at }, index) => {
        const node = nodes[index === several ? variant : 0] as Node;
        return { value: lowerConstant(module, node), at: index === several ? module.placeAt(node.start) : at };
      });
      const data: Emission = {
        form: 'made',
        name,
        callee: lowerConstant(module, call.callee),
        args: given,
        isNew: call.type === 'NewExpression',
        ...(status === undefined ? {} : { status }),
      };
      return { kind: 'emission', at: module.placeAt(call.start), data };
    });
  });
  return [...made, ...constants(module)];
}

/** `throw ERRORS.TAKEN`, `send(ERRORS.TAKEN)`, `send({ ...ERRORS.TAKEN, id })`. */
function constants(module: ParsedModule): Part[] {
  const members = module.nodesOf('MemberExpression').filter(({ parent }) => parent?.type !== 'MemberExpression');
  return members.flatMap((node): Part[] => {
    if (node.computed || !/^[A-Z]/.test(sourceOf(module, node.object).split('.').at(-1) ?? '')) return [];
    if (node.parent?.type === 'CallExpression' && node.parent.callee === node) return [];
    if (node.parent?.type === 'Property') return [];
    const context = contextOf(module, node);
    if (context?.is !== 'thrown' && context?.is !== 'sent') return [];
    const status = context.is === 'sent' ? statusNear(module, context.by) : undefined;
    const data: Emission = {
      form: 'constant',
      value: lowerConstant(module, node),
      ...(status === undefined ? {} : { status }),
    };
    return [{ kind: 'emission', at: module.placeAt(node.start), data }];
  });
}
