import type { Program } from './program.ts';
import type { Value } from './value.ts';
import { memberOfClass, noArguments, text, unknown } from './value.ts';

/** A property of a value. */
export function memberOf(program: Program, value: Value, name: string, words: string): Value {
  switch (value.is) {
    case 'module':
      return program.exportOf(value.path, name) ?? unknown(words);
    case 'external': {
      const setting = value.way === 'django.conf.settings' ? program.settingOf(name) : undefined;
      return setting ?? { is: 'external', way: `${value.way}.${name}` };
    }
    case 'instance':
      return value.fields.get(name) ?? bound(program, value, memberOfClass(value.of, name)) ?? unknown(words);
    case 'class': {
      const own = memberOfClass(value, name);
      if (own?.is === 'function' && own.decorators.some((one) => /classmethod/.test(one.words)))
        return { ...own, self: value };
      return own ?? (name === '__name__' ? text(value.code.name) : unknown(words));
    }
    case 'made': {
      const own =
        value.fields.get(name) ??
        (value.of === undefined ? undefined : bound(program, value, memberOfClass(value.of, name)));
      return own ?? { is: 'attribute', of: value, name };
    }
    case 'text':
      return name === 'value' ? value : unknown(words);
    case 'function':
      return name === '__name__' ? text(value.code.name) : unknown(words);
    default:
      return unknown(words);
  }
}

function bound(program: Program, self: Value, member: Value | undefined): Value | undefined {
  if (member?.is !== 'function') return member;
  if (member.decorators.some((one) => /staticmethod/.test(one.words))) return member;
  const method: Value = { ...member, self };
  if (!member.decorators.some((one) => /(?:^|\.)(?:cached_)?property$|computed_field/.test(one.words))) return method;
  return program.call(method, noArguments, member.code.at, member.code.name);
}
