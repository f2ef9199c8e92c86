import { toString as plainText } from 'mdast-util-to-string';
import type { Block, Document, Section } from '../../document/document.ts';

const titles =
  /\b(?:examples?|samples?|wrong|incorrect|bad|anti-?patterns?|don['’]?ts?|avoid|alternatives?|rejected|options?|pros and cons|migrations?|migrating|migrate|upgrad(?:e|ing)|rollback|quer(?:y|ies)|seed(?:ing|s)?|test data|tutorial|snippets?|legacy|deprecated|removed|troubleshooting|benchmarks?|how to|fixes|old schema|playground|backfill)\b|^before\b(?! you)|示例|例子|样例|示範|错误|錯誤|反例|迁移|遷移|查询|查詢|替代|备选|旧|サンプル|移行|代替|クエリ|예시|예제|마이그레이션|쿼리|\bejemplos?\b|\bincorrect[oa]s?\b|\balternativas?\b|\bmigraci|\bconsultas?\b|\bexemples?\b|\brequêtes?\b|\bbeispiele?\b|\bfalsch\b|\babfragen?\b|\bexemplos?\b|\bmigraç|пример|неправильн|миграци|запрос/i;

const leads =
  /^\W*(?:for (?:example|instance)|e\.g\.|examples?\b|sample\b|wrong|incorrect|bad\b|before\b|instead of|avoid|don['’]t|do not|never\b|old\b|legacy|alternative|rather than|例如|比如|错误|例[:：]|例えば|예를|por ejemplo|par exemple|zum beispiel|например)|(?:example|for instance|wrong|incorrect|bad|avoid|例如|示例)\W*$|[❌✗✘🚫]/iu;

/** True when a block shows something instead of saying what is: an example, a rejected option, a migration, a wrong way. */
export function isExample(document: Document, block: Block): boolean {
  for (let section: Section | undefined = block.section; section; section = section.parent)
    if (titles.test(withoutNames(section, document))) return true;
  const before = previousBlock(document, block);
  if (before?.kind !== 'paragraph') return false;
  const sentence = lastSentence(plainText(before.node));
  return leads.test(sentence) && (/[:：]\s*$/.test(sentence) || sentence.split(/\s+/).length <= 6);
}

/** A heading without code spans: a table may be called `examples`. The document's own title decides nothing. */
function withoutNames(section: Section, document: Document): string {
  if (section.level === 1 && section === document.sections[1]) return '';
  const node = section.node;
  if (!node) return section.title;
  const words = node.children.map((child) => (child.type === 'inlineCode' ? '' : plainText(child))).join(' ');
  return /^\s*[a-z][a-z0-9]*(?:_[a-z0-9]+)*\s*$/.test(words) ? '' : words;
}

/** The block that stands right before another one, in the same section and the same list item. */
export function previousBlock(document: Document, block: Block): Block | undefined {
  const index = document.blocks.indexOf(block);
  for (let at = index - 1; at >= 0; at -= 1) {
    const before = document.blocks[at];
    if (!before || before.section !== block.section || before.kind === 'heading') return undefined;
    if (before.parent === block.parent) return before;
    if (before === block.parent) return before;
  }
  return undefined;
}

function lastSentence(text: string): string {
  return (
    text
      .trim()
      .split(/(?<=[.!?。！？])\s+|\n/)
      .at(-1) ?? ''
  );
}
