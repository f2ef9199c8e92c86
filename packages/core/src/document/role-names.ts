import type { DocumentRole } from '@iama/model';

type Rules = readonly (readonly [DocumentRole, RegExp])[];

const edge = '(?:^|[^a-z0-9])';
const stop = '(?:$|[^a-z0-9])';
const words = (pattern: string): RegExp => new RegExp(`${edge}(?:${pattern})${stop}`, 'i');

/** The first that fits counts. Words stand between anything that is no letter, so that `PRD_V1` and `api-contract` are read. */
const rules: Rules = [
  ['plan', /(?:^|[^a-z0-9])(?:plans?|roadmap|tasks?|todo|milestones|backlog)$/i],
  [
    'workflow',
    words(
      'development[^a-z0-9]*(?:workflow|process|lifecycle)|dev[^a-z0-9]*workflow|workflow[^a-z0-9]*(?:guide|process|rules)|sdlc|delivery[^a-z0-9]*(?:workflow|process)|engineering[^a-z0-9]*process|ways?[^a-z0-9]*of[^a-z0-9]*working|definition[^a-z0-9]*of[^a-z0-9]*done|constitution',
    ),
  ],
  ['workflow', /开发(?:流程|工作流)|開發(?:流程|工作流)|開発(?:フロー|プロセス)/],
  [
    'plan',
    words(
      '(?:implementation|project|development|delivery|release|test|migration|sprint|iteration|work|execution|rollout|launch|master)[^a-z0-9]*plans?|roadmap|backlog|milestones?|timeline|todo|tasks?|task[^a-z0-9]*list|sprints?|gantt|schedule',
    ),
  ],
  [
    'prd',
    words(
      'prds?|brd|frd|mrd|srs|urs|(?:product|software|system|functional|non[^a-z0-9]?functional|business|user)[^a-z0-9]*(?:requirements?|specifications?|specs?)|requirements?(?:[^a-z0-9]*(?:specification|spec|document|doc|analysis|definition))?|user[^a-z0-9]*stor(?:y|ies)|feature[^a-z0-9]*specs?|epics?',
    ),
  ],
  [
    'prd',
    /需求(?:文档|文件|规格|規格|分析|说明|說明|书|書)?|产品(?:需求|规格)|產品需求|要件定義|要求(?:仕様|定義)|요구사항|требовани|техзадани|requisitos|anforderung|lastenheft|pflichtenheft|cahier[^a-z0-9]*des[^a-z0-9]*charges|exigences|requisiti/i,
  ],
  [
    'api-contract',
    words(
      'api[^a-z0-9]*(?:contracts?|specs?|specifications?|reference|design|docs?|documentation|endpoints?|definition|guidelines?)|rest[^a-z0-9]*api|http[^a-z0-9]*api|web[^a-z0-9]*api|endpoints?|openapi|swagger|api|apis',
    ),
  ],
  [
    'api-contract',
    /接口(?:文档|文件|设计|設計|规范|定义|契约)?|API(?:文档|文件|设计|設計|规范|仕様)|интерфейс[^a-z]*api/i,
  ],
  [
    'db-schema',
    words(
      '(?:db|database|data|sql|postgres(?:ql)?|mysql|storage)[^a-z0-9]*(?:schemas?|models?|designs?|structure|tables?|dictionary|erd)|schema|schemas|erd|er[^a-z0-9]*diagrams?|entity[^a-z0-9]*relationship\\w*|data[^a-z0-9]*model',
    ),
  ],
  [
    'db-schema',
    /数据库|資料庫|数据(?:模型|字典|表)|表结构|資料表|データ(?:ベース|モデル)|テーブル(?:定義|設計)|DB設計|base[^a-z0-9]*de[^a-z0-9]*(?:datos|dados)|datenbank|схема[^a-z0-9]*бд|데이터베이스/i,
  ],
  [
    'ux',
    words(
      'ux|ui|wireframes?|mock[^a-z0-9]?ups?|design[^a-z0-9]*(?:systems?|tokens?|guidelines?)|style[^a-z0-9]*guide|user[^a-z0-9]*flows?|screens?|visual[^a-z0-9]*design|user[^a-z0-9]*interface|front[^a-z0-9]?end[^a-z0-9]*spec|storyboards?|personas?|user[^a-z0-9]*journeys?',
    ),
  ],
  [
    'ux',
    /交互(?:设计|設計)?|视觉|視覺|界面(?:设计|規格|规格)?|UI规格|画面設計|ワイヤーフレーム|原型|diseño[^a-z0-9]*ui/i,
  ],
  [
    'architecture',
    words(
      'architecture|architectural|arch|system[^a-z0-9]*(?:design|overview)|technical[^a-z0-9]*(?:design|architecture|specs?|specification|overview)|tech[^a-z0-9]*(?:specs?|design|stack)|design[^a-z0-9]*(?:docs?|document)?|high[^a-z0-9]*level[^a-z0-9]*design|low[^a-z0-9]*level[^a-z0-9]*design|hld|lld|sdd|topology|c4|infrastructure|state[^a-z0-9]*machines?|life[^a-z0-9]?cycles?|data[^a-z0-9]*flows?|domain[^a-z0-9]*models?|sequence[^a-z0-9]*diagrams?|component[^a-z0-9]*diagrams?',
    ),
  ],
  [
    'architecture',
    /架构|架構|技术(?:方案|设计|选型)|技術(?:方案|設計|選定)|设计(?:文档|方案)|設計(?:文件|書|方案)|アーキテクチャ|状态机|狀態機|状態遷移|arquitectura|arquitetura|architektur|архитектур|아키텍처/i,
  ],
  [
    'guide',
    words(
      'guides?|guidelines?|agents?|claude|gemini|copilot[^a-z0-9]*instructions|contributing|contribution|conventions?|handbook|how[^a-z0-9]*to|tutorial|runbooks?|playbooks?|(?:coding|code|engineering)[^a-z0-9]*(?:standards?|style|rules|conventions?)|standards|onboarding|getting[^a-z0-9]*started|quick[^a-z0-9]?start|development|developing|hacking|best[^a-z0-9]*practices|rules|instructions|manual|cookbook|setup|installation|install|deployment|operations|testing|troubleshooting|security',
    ),
  ],
  ['guide', /指南|规范|規範|手册|手冊|教程|教學|约定|ガイド|手順|手引|規約|guía|leitfaden|handbuch|руководств|가이드/i],
  ['plan', words('plans?|phases?|next[^a-z0-9]*steps|status[^a-z0-9]*report|progress')],
  ['plan', /计划|計劃|計画|路线图|路線圖|里程碑|任务|任務|迭代|ロードマップ|план|계획/],
  ['workflow', words('workflows?|process(?:es)?')],
  ['prd', words('specs?|specification')],
];

/** What role a file's or folder's name says. */
export function byName(name: string): DocumentRole | undefined {
  const spaced = name.replace(/(?<=[a-z])(?=[A-Z])/g, '-');
  return rules.find(([, pattern]) => pattern.test(spaced))?.[0];
}

const folders: readonly (readonly [DocumentRole, RegExp])[] = [
  ['prd', /^(?:prds?|requirements?|product|specs?|specifications|需求|要件)$/i],
  [
    'api-contract',
    /^(?:(?:[a-z]+[-_ ])?apis?|apis?[-_ ](?:docs?|reference|specs?|contracts?|v\d+)|contracts?|endpoints|openapi|接口)$/i,
  ],
  ['db-schema', /^(?:db|databases?|schemas?|data[-_]?models?|数据库)$/i],
  ['architecture', /^(?:architecture|arch|designs?|technical|架构)$/i],
  ['ux', /^(?:ux|ui|wireframes|mockups|design[-_]?system)$/i],
  ['plan', /^(?:plans?|planning|roadmaps?|tasks?|sprints?|milestones?|计划)$/i],
  [
    'guide',
    /^(?:guides?|how[-_]?to|tutorials?|runbooks?|playbooks?|operations|onboarding|conventions|standards|指南)$/i,
  ],
  ['workflow', /^(?:workflow|process(?:es)?)$/i],
];

/** What role a folder's whole name says. */
export function byFolder(folder: string): DocumentRole | undefined {
  return folders.find(([, pattern]) => pattern.test(folder))?.[0];
}

/** What tells of work done, not of what is to be: reports, results, reviews, fixes. */
const told =
  /(?:^|[^a-z0-9])(?:reports?|results?|reviews?|retro(?:spective)?|post[-_ ]?mortem|lessons(?:[-_ ]learned)?|findings|minutes|meeting[-_ ]notes|fix(?:es)?|bug(?:s|fix(?:es)?)?|hotfix|incidents?|audit|completion|summary)(?:[-_ .v\d]*)$|(?:记录|報告|报告|总结|總結|复盘|修复|日志|纪要|報告書|議事録)$/i;

/** True for a name or title that tells of work done. */
export function tellsOfWorkDone(name: string): boolean {
  return told.test(name);
}

/** What role a title says, by its last words: a sentence about a guide is no guide. */
export function byTitle(title: string): DocumentRole | undefined {
  const bare = title
    .replace(/[`*_]/g, ' ')
    .replace(/\s*(?:[(（[{].*|[—–|:：]\s.*|\s-\s.*)$/, '')
    .trim();
  const head = bare === '' ? title : bare;
  if (tellsOfWorkDone(head)) return undefined;
  const last = head.split(/\s+/).slice(-5).join(' ');
  const role = byName(last);
  if (
    role === 'guide' &&
    !/(?:guide|guidelines?|agents?|handbook|manual|conventions|standards|playbook|runbook|instructions|tutorial|rules|contract|指南|规范|手册|ガイド|手順)\W*$/i.test(
      last,
    )
  )
    return undefined;
  return role;
}
