import type { DocumentRole, NodeFact } from '@iama/model';
import type { Block, Document, Section } from '../../document/document.ts';
import type { DocumentReader } from '../../document/document-reader.ts';
import { isExample } from '../db-schema/is-example.ts';
import type { ConfigKey } from './config-key-line.ts';
import { keyOfItem, keysOfLine } from './config-key-line.ts';
import { keysOfTable } from './config-key-table.ts';

const defining: ReadonlySet<DocumentRole> = new Set([
  'db-schema',
  'architecture',
  'prd',
  'api-contract',
  'workflow',
  'guide',
  'other',
]);
const titles =
  /\b(?:config(?:uration)?|settings?|runtime)[ -](?:keys?|namespaces?|options?|parameters?|variables?|values|flags?|reference|entries|catalog(?:ue)?)\b|\bconfig key\b|\bfeature[ -](?:flags?|toggles?|switches)\b|\bkill[ -]switch(?:es)?\b|\benvironment variables?\b|\benv(?:ironment)? vars?\b|配置(?:项|键|參數|参数)|设置项|環境變數|环境变量|功能开关|設定(?:キー|項目)|環境変数|機能フラグ|환경 ?변수|설정 ?(?:키|항목)|\b(?:claves|parámetros|variables) de (?:configuración|entorno)\b|\b(?:clés de configuration|variables d['’]environnement)\b|konfigurations(?:schlüssel|parameter)|umgebungsvariablen|\b(?:chaves de configuração|variáveis de ambiente)\b|переменные окружения|параметры конфигурации/i;

/**
 * Configuration keys, where a section says that it lists them: `a.b.c → type (default: x)`, tables, lists.
 *
 * @implements IAMA-READ-005
 */
export const configKeys: DocumentReader = {
  name: 'config-keys',
  read(document) {
    if (!defining.has(document.role)) return {};
    const nodes: NodeFact<'config-key'>[] = [];
    const sections = new Set(document.sections.filter((section) => listsKeys(document, section)));
    if (sections.size === 0) return {};
    for (const block of document.blocks) {
      if (!sections.has(block.section) || isExample(document, block)) continue;
      for (const key of keysOf(document, block)) nodes.push(node(document, block.section, key));
    }
    return {
      nodes,
      spans: nodes.map(({ id, at }) => ({ node: { kind: 'config-key', id }, line: at.line, lastLine: at.line })),
    };
  },
};

/** A section whose heading says so, or one below it. A document called so lists keys in its tables and fences too. */
function listsKeys(document: Document, section: Section): boolean {
  for (let one: Section | undefined = section; one && one.level > 0; one = one.parent)
    if (titles.test(one.title) && (one.level > 1 || one !== document.sections[1] || document.sections.length > 2))
      return true;
  return false;
}

function keysOf(document: Document, block: Block): ConfigKey[] {
  if (block.kind === 'table') return keysOfTable(document, block);
  if (block.kind === 'item') return keyOfItem(document, block);
  if (block.kind !== 'code' || !/^(?:|text|txt|plaintext|properties|none)$/.test(block.node.lang ?? '')) return [];
  return block.node.value
    .split('\n')
    .flatMap((text, index) =>
      keysOfLine(text).map((key) => ({ ...key, line: block.line + 1 + index, column: key.column + block.column - 1 })),
    );
}

function node(document: Document, section: Section, key: ConfigKey): NodeFact<'config-key'> {
  return {
    kind: 'config-key',
    id: key.name,
    side: 'specified',
    at: { path: document.path, line: key.line, column: key.column, section: section.heading },
    attributes: {
      ...(key.type === undefined ? {} : { type: key.type }),
      ...(key.default === undefined ? {} : { default: key.default }),
      ...(key.shape === undefined ? {} : { shape: key.shape }),
    },
  };
}
