import type { FieldKey } from './field-words.ts';
import { fieldKey } from './field-words.ts';
import { plainText, wordCount } from './plain-text.ts';
import { readLabel } from './read-label.ts';

/** What the columns of a table say about requirements. */
export interface TableColumns {
  /** Column the ids stand in. */
  readonly id: number;
  /** True when the header itself says that this column names requirements: `Requirement`, `Req ID`, `需求编号`. */
  readonly named: boolean;
  readonly fields: readonly (Column | undefined)[];
  /** `foreign`: tests, risks, tasks, metrics. `matrix`: ids beside the things that cover them. */
  readonly kind: 'requirements' | 'foreign' | 'matrix' | 'plain';
}

export interface Column {
  readonly label: string;
  readonly key: FieldKey;
}

const idHeader =
  /^(?:#|id|ids|no\.?|nr\.?|number|key|code|ref\.?|identifier|tag|编号|編號|序号|序號|标识|標識|番号|번호|№|номер|kennung|nummer|numéro|número|kode|mã|код)$/iu;
const requirementHeader =
  /^(?:(?:functional |non-?functional |system |software |user |business |product |feature |story |user story )?(?:requirements?|reqs?\.?|features?|stor(?:y|ies)|fr|nfr|us|user story)\s*(?:ids?|no\.?|nr\.?|#|number|key|code|ref\.?|identifier|\(s\))?|(?:id|no\.?|code|kode|número|código)\s*(?:de\s|do\s|del\s)?(?:req(?:uirement)?s?|requisito|requerimiento|kebutuhan)|(?:需求|要求|功能|用户故事|用戶故事)(?:\s*(?:编号|編號|id|标识|標識|号|號|序号))?|(?:要件|要求|機能)\s*(?:id|番号|no\.?)?|요구사항(?:\s*(?:id|번호))?|기능\s*id|(?:id\s+)?требовани[ея]|anforderung(?:s?-?\s?(?:id|nr\.?|nummer))?|exigence|requisito|requerimiento)$/iu;
const foreignHeader =
  /^(?:test (?:ids?|cases?(?: ids?)?|name|steps?|scenario|description)|tc(?: id)?|expected(?: results?| outputs?| behaviou?r| outcome)?|actual(?: results?| outcome)?|(?:test )?steps|pass\/fail|result|probability|likelihood|mitigations?(?: strateg(?:y|ies))?|contingency|risks?(?: id| description| level)?|threats?|decisions?|alternatives(?: considered)?|tasks?(?: id| name)?|assignee|story points|points|estimate[sd]?(?: hours)?|sprint|due(?: date)?|error(?: code)?|http(?: status| method| code)?|metric(?: id| name)?|kpi(?: id)?|formula|findings?|defects?|bugs?|cve|endpoints?|method|milestones?|questions?|assumptions?|use case(?: id)?|checks?(?: item)?|checklist(?: item)?|测试(?:编号|用例|步骤|id)|用例(?:编号|名称|id)|预期结果|預期結果|风险.*|風險.*|应对措施|缓解措施|任务(?:编号|id|名称)?|错误码|錯誤碼|指标(?:编号|id|名称)?|计算公式|テスト(?:id|ケース|項目)|期待(?:結果|値)|リスク|테스트.*|예상 결과|위험|риск|мера)$/iu;
const referenceHeader =
  /^(?:(?:automated |unit |integration |e2e |related )?tests?(?: cases?| files?| ids?| coverage)?|test cases?|verified by|tested by|verification evidence|implement(?:ation|ed)(?: (?:in|by|file|location|reference|status))?|primary implementation|code(?: reference| location)?|source(?: file| code)|files?|modules?|components?|class(?:es)?|design(?: element| section| reference| doc)?|architecture|api(?: endpoints?)?|endpoints?|tables?|db(?: entities)?|sections?|spec(?: section)?|covered by|covers|coverage|traces? to|evidence|tasks?|prs?|commits?|adrs?|links?|where|location|screens?|pages?|user stor(?:y|ies)|stor(?:y|ies)|epics?|设计|实现|实现位置|代码|测试用例|测试|接口|覆盖|テスト|実装|設計|구현|설계)$/iu;

/**
 * Judges a table's header. Undefined when no column holds ids: neither the header says so nor do the cells.
 * `rows` are the cells below the header.
 */
export function tableColumns(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  patterns: readonly RegExp[] = [],
): TableColumns | undefined {
  const labels = head.map((cell) =>
    plainText(cell)
      .replace(/[:：*]+$/, '')
      .trim(),
  );
  const id = idColumn(labels, rows, patterns);
  if (id === undefined) return undefined;
  const named = requirementHeader.test(labels[id] ?? '');
  const fields = labels.map((label, index) => (index === id || label === '' ? undefined : columnOf(label)));
  const others = labels.filter((label, index) => index !== id && label !== '');
  const references = others.filter((label) => referenceHeader.test(label)).length;
  const says = (...keys: FieldKey[]) => fields.some((field) => field && keys.includes(field.key));
  const told = says('requirement', 'description', 'story', 'title') || longText(rows, id, fields);
  let kind: TableColumns['kind'] = 'plain';
  if (labels.some((label, index) => (index !== id || !named) && foreignHeader.test(label)) && !says('acceptance')) {
    kind = says('requirement') || (named && says('priority')) ? 'plain' : 'foreign';
  }
  if (kind === 'plain' && references > 0 && (!told || references >= 2) && !says('priority', 'acceptance'))
    kind = 'matrix';
  if (kind === 'plain' && !told && !says('priority', 'acceptance') && others.length > 0) kind = 'matrix';
  if (kind === 'plain' && (named || says('requirement', 'acceptance'))) kind = 'requirements';
  return { id, named, fields, kind };
}

function columnOf(label: string): Column {
  const key = fieldKey(label) ?? (/^(?:p|pri|level|must)$/i.test(label) ? 'priority' : undefined);
  return { label: label.toLowerCase(), key: key === 'id' ? 'other' : (key ?? 'other') };
}

/** The first column whose header is one for ids, or whose cells mostly are ids. */
function idColumn(
  labels: readonly string[],
  rows: readonly (readonly string[])[],
  patterns: readonly RegExp[],
): number | undefined {
  const share = (column: number) => {
    const filled = rows.filter((row) => (row[column] ?? '') !== '');
    const ids = filled.filter((row) => isIdCell(row[column] ?? '', patterns));
    return filled.length === 0 ? 0 : ids.length / filled.length;
  };
  const width = Math.min(labels.length, 4);
  for (let column = 0; column < width; column += 1) {
    const label = labels[column] ?? '';
    if ((idHeader.test(label) || requirementHeader.test(label)) && share(column) >= 0.5) return column;
  }
  for (let column = 0; column < Math.min(width, 2); column += 1) if (share(column) >= 0.6) return column;
  return undefined;
}

function isIdCell(cell: string, patterns: readonly RegExp[]): boolean {
  const label = readLabel(cell, patterns);
  return label !== undefined && label.rest.length <= 40;
}

/** The id a cell holds and nothing else; the plain words of the cell when it holds more. */
export function cellId(cell: string): string {
  return plainText(cell)
    .replace(/\p{So}|\uFE0F/gu, '')
    .replace(/^[\s[(]+|[\s\]):：.]+$/g, '');
}

/** True when one unlabelled column is prose: most of its cells have four words or more. */
function longText(rows: readonly (readonly string[])[], id: number, fields: readonly (Column | undefined)[]): boolean {
  for (const [column, field] of fields.entries()) {
    if (column === id || field?.key === 'relation' || referenceHeader.test(field?.label ?? '')) continue;
    const prose = rows.filter((row) => wordCount(plainText(row[column] ?? '')) >= 4);
    if (rows.length > 0 && prose.length / rows.length >= 0.5) return true;
  }
  return false;
}
