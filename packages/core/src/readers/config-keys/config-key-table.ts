import { toString as plainText } from 'mdast-util-to-string';
import type { Block, Document } from '../../document/document.ts';
import type { ConfigKey } from './config-key-line.ts';
import { valueWords } from './config-key-line.ts';

const nameHeader =
  /^(?:(?:config(?:uration)?|setting|feature|environment|env)?\s*(?:keys?|settings?|options?|parameters?|flags?|variables?|vars?|toggles?|switch(?:es)?)(?: name)?|name|配置项|配置键|键|參數|参数|变量名?|环境变量|設定キー|キー|環境変数名?|変数名?|변수명?|환경 ?변수|키|clave|parámetro|variable|clé|schlüssel|chave|variável|ключ|переменная)$/i;
const typeHeader = /^(?:(?:value |data )?type|类型|型|타입|tipo|typ|тип)$/i;
const defaultHeader =
  /^(?:defaults?(?: value)?|initial value|默认值?|預設值?|既定値|デフォルト(?:値)?|기본값|(?:valor )?por defecto|valor padrão|(?:valeur )?par défaut|standard(?:wert)?|по умолчанию)$/i;
const otherHeader =
  /^(?:descriptions?|purpose|meaning|notes?|required\??|mandatory|values?|allowed values|example|scope|说明|描述|必填|説明|備考|必須|설명|필수|descripción|beschreibung|pflicht|описание)$/i;
const key = /^[A-Za-z_][\w-]*(?:\.(?:[\w-]+|\*|<[\w-]+>|\{[\w-]+\}|\[[\w-]*\]))*$/;

/** The keys of a Markdown table whose first column names them. */
export function keysOfTable(document: Document, block: Block<'table'>): ConfigKey[] {
  const [head, ...rows] = block.node.children;
  const headers = (head?.children ?? []).map((cell) => plainText(cell).trim());
  if (!nameHeader.test(headers[0] ?? '')) return [];
  const type = headers.findIndex((header) => typeHeader.test(header));
  const fallback = headers.findIndex((header) => defaultHeader.test(header));
  if (type < 0 && fallback < 0 && !headers.slice(1).some((header) => otherHeader.test(header))) return [];
  const found = rows.flatMap((row): ConfigKey[] => {
    const cells = row.children.map((cell) => plainText(cell).trim());
    const [cell] = row.children;
    const name = cells[0] ?? '';
    const code = cell?.children.some((child) => child.type === 'inlineCode') ?? false;
    if (!key.test(name) || !(code || /[._]/.test(name))) return [];
    const line = row.position?.start.line ?? block.line;
    const said = valueWords(cells[type] ?? '');
    const given = cells[fallback]?.replace(/^`|`$/g, '');
    return [
      {
        name,
        line,
        column: (document.lines[line - 1] ?? '').indexOf(name) + 1,
        ...said,
        ...(said.type === undefined && cells[type] ? { type: cells[type] } : {}),
        ...(given === undefined || /^(?:|-+|—|–|none|n\/a|required|无|なし)$/i.test(given) ? {} : { default: given }),
      },
    ];
  });
  return found.length >= rows.length * 0.6 ? found : [];
}
