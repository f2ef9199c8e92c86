import { isIdentifier } from '../../words/label-words.ts';
import { singular } from '../../words/singular.ts';

const stop = new Set(
  'a an the this that these those its their his her our your any each every all some no of for in on at to from by with without and or but if when while unless until after before per as is are was were be been being has have had do does did must shall should may can could will would might not only also then than it they we you i he she which who whose there here how what why where so such just about into onto over under between within during through up down out off via both either neither one more most least less very own same other another use uses used using set sets enforce enforces enforced need needs require requires required make makes get gets give gives allow allows support supports system user please ensure ensures default new current explicit total overall given'.split(
    ' ',
  ),
);

/** The content words right before the end of a text, singular: the thing a number behind it would be about. Empty: none. */
export function phraseBefore(text: string): string[] {
  const words = text.trimEnd().split(/\s+/);
  const found: string[] = [];
  for (let at = words.length - 1; at >= 0 && found.length < 3; at -= 1) {
    const word = (words[at] ?? '').replace(/^[("'“[]+/, '').replaceAll(/[`*]/g, '');
    const opens = /^[("'“[]/.test(words[at] ?? '');
    if (word === '' || !/^[\p{L}\p{N}][\p{L}\p{N}_./-]*$/u.test(word) || /^\d+$/.test(word)) break;
    if (stop.has(word.toLowerCase())) {
      if (found.length === 0 && /^(?:the|a|an)$/i.test(word)) continue;
      if (found.length > 1 && /^(?:or|and)$/i.test(word)) found.shift();
      break;
    }
    found.unshift(isIdentifier(word) ? word : singular(word));
    if (opens) break;
  }
  return found;
}

/** Content words of a label, singular. */
export function contentWords(text: string): string[] {
  return text
    .split(/[^\p{L}\p{N}_.-]+/u)
    .map((word) => word.replace(/^[._-]+|[._-]+$/g, ''))
    .filter((word) => /\p{L}/u.test(word) && !stop.has(word.toLowerCase()))
    .map((word) => (isIdentifier(word) ? word : singular(word)));
}
