import type { Part } from '@iama/model';
import type { ParsedModule } from '../typescript/parsed-module.ts';
import { textLiterals } from '../typescript/text-literal.ts';
import type { StateUse } from './state-part.ts';
import { ownerWords } from './state-words.ts';

const update = /\bUPDATE\s+(?:ONLY\s+)?(?:"?\w+"?\.)?"?(\w+)"?(?:\s+(?:AS\s+)?\w+)?\s+SET\s+([\s\S]*)/i;
const field = String.raw`(?:\w+\.)?"?(\w*(?:state|status|phase|stage))"?`;
const equal = new RegExp(String.raw`${field}\s*=\s*'([A-Za-z][\w-]*)'`, 'gi');
const among = new RegExp(String.raw`${field}\s+IN\s*\(\s*('[^)]*')\s*\)`, 'gi');

/** States written by `UPDATE … SET state = 'X'`, with the states its `WHERE` demands. */
export function sqlStates(module: ParsedModule): Part[] {
  if (!/\bUPDATE\b/i.test(module.text)) return [];
  return textLiterals(module).flatMap((literal): Part[] => {
    const statement = update.exec(literal.text);
    if (statement === null) return [];
    const [, table = '', rest = ''] = statement;
    const split = /\bWHERE\b/i.exec(rest);
    const [set, where] = split ? [rest.slice(0, split.index), rest.slice(split.index)] : [rest, ''];
    const from = demanded(where);
    const start = literal.text.length - rest.length;
    return [...set.matchAll(equal)].map((match): Part => {
      const data: StateUse = {
        owner: ownerWords(table).join(' '),
        field: (match[1] ?? '').toLowerCase(),
        value: match[2] ?? '',
        does: 'writes',
        ...(from.length === 0 ? {} : { from }),
      };
      return { kind: 'state-use', at: literal.placeAt(start + match.index), data };
    });
  });
}

function demanded(where: string): string[] {
  const single = [...where.matchAll(equal)].map((match) => match[2] ?? '');
  const several = [...where.matchAll(among)].flatMap((match) =>
    [...(match[2] ?? '').matchAll(/'([^']*)'/g)].map((one) => one[1] ?? ''),
  );
  return [...single, ...several];
}
