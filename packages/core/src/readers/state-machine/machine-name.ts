import type { Document } from '../../document/document.ts';
import { slug } from '../documents.ts';
import { headingsOver, namesStates } from './state-context.ts';
import type { MachineStatement } from './state-statement.ts';

/** What a machine is called when nothing in its document names one. */
export const unnamedMachine = 'main';

/** Words that say that something is a state machine, or which document this is, and not whose. */
const general = new Set(
  (
    'a an the of for in on to and or with by its their our this that all any each is are be must shall should may can will has have respect not it as from into ' +
    'state states status statuses machine machines diagram diagrams chart charts lifecycle lifecycles life cycle cycles transition transitions transitioning flow flows workflow workflows ' +
    'model models definition definitions value values name names enum enums enumeration list lists table tables matrix map rules rule allowed valid legal possible required additional ' +
    'new canonical official complete full current main overview summary description descriptions details detail requirements requirement specification spec specs design docs documentation ' +
    'marker markers initial terminal final end start following next supported exact defined reference notes note appendix section chapter part core system management managing handling ' +
    'high level controlled validation detailed figure fig visual representation mermaid text ascii behavior behaviour logic architecture context decision example examples introduction background general ' +
    'v1 v2 v3 v4 v5 mvp phase step steps process processes use uses used using are include includes'
  ).split(' '),
);

/** What the place itself calls its machine; empty when it does not. */
export function ownName(statement: MachineStatement): string {
  return statement.machine === undefined ? '' : entity(statement.machine);
}

/** A stable name for a machine: what the place itself says, else the nearest heading that names a thing. */
export function machineName(statement: MachineStatement, document: Document): string {
  const own = ownName(statement);
  if (own !== '') return own;
  const headings = headingsOver(statement.section);
  for (const [index, heading] of headings.entries()) {
    const outermost = index === headings.length - 1 && heading === document.title;
    if (!namesStates(heading)) continue;
    const name = entity(heading);
    if (outermost) {
      const about = topic(headings, document);
      if (about !== unnamedMachine) return about;
    }
    if (name !== '') return name;
    if (outermost) return topic(headings, document);
    const over = headings[index + 1];
    const above = over === undefined || over === document.title || namesStates(over) ? '' : entity(over, 2);
    if (above !== '' && !isChapter(over ?? '')) return above;
  }
  return unnamedMachine;
}

/** In a document about state machines every chapter is about one thing. */
function topic(headings: readonly string[], document: Document): string {
  const chapter = headings[headings.length - 2];
  if (chapter === undefined || headings.at(-1) !== document.title) return unnamedMachine;
  return (isChapter(chapter) ? '' : entity(chapter)) || unnamedMachine;
}

/** A chapter of a specification names no thing: "Functional Requirements", "Data Model". */
function isChapter(heading: string): boolean {
  return /\b(?:requirements?|overview|architecture|design|data|api|backend|frontend|implementation|solution|context|background|introduction|appendix|glossary|concepts?|domain|rules|guide(?:lines)?|technical|functional|business|system|service|module|features?|proposal|user stories|workflows?|process(?:es)?)\b/i.test(
    heading,
  );
}

/** The words of a phrase that name a thing, as a slug; empty when it has none, or so many that it is a sentence. */
function entity(phrase: string, most = 3): string {
  const head =
    phrase
      .replace(/^[\s§]*(?:section|chapter|appendix|figure|fig\.?|table|diagram)?\s*\d[\d.]*[A-Z]?[.):]?\s+/i, '')
      .split(/\s[-–—|]\s|[:：(（,，;]|\?\?|\s—/)[0] ?? '';
  const words = head
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .replace(/[`*"'“”]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !general.has(word.toLowerCase()) && !/^\d+$/.test(word))
    .map((word) =>
      word.replace(
        /(?:状态机?|狀態機?|状態遷移図?|状態|ステータス|流转图?|生命周期|流程|说明|定义|列表|枚举|一覧|合法|迁移|遷移|转换|规则|图$|表$|的$)/g,
        '',
      ),
    )
    .filter((word) => word !== '');
  return words.length === 0 || words.length > most ? '' : slug(words.map(singular).join(' '));
}

function singular(word: string): string {
  return /[^s]s$/.test(word) && word.length > 4 ? word.slice(0, -1) : word;
}
