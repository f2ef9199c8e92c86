/** What a labelled field of a requirement says. `relation`: its value names other things; ids in it define nothing. */
export type FieldKey =
  | 'id'
  | 'title'
  | 'requirement'
  | 'description'
  | 'story'
  | 'priority'
  | 'acceptance'
  | 'rationale'
  | 'status'
  | 'version'
  | 'relation'
  | 'note'
  | 'other';

/** Labels by meaning, in the languages requirement documents are written in; lower case, without marks. */
const labels: Record<Exclude<FieldKey, 'other'>, string> = {
  id: `id|uid|req id|requirement id|req. id|requirement no|requirement number|req no|identifier|requirement identifier|requirement key
    |feature id|story id|user story id|fr id|nfr id|编号|編號|需求编号|需求編號|需求id|标识|標識|功能编号|功能編號|要件id|要求id|識別子
    |요구사항 id|요구사항id|요구사항 번호|идентификатор|kennung|identifiant|identificador|identificatore|код`,
  title: `title|name|requirement name|requirement title|short name|header|标题|標題|名称|名稱|需求名称|需求名稱|功能名称|功能名稱|名前|タイトル
    |要件名|제목|이름|요구사항명|название|наименование|titel|bezeichnung|titre|nom|título|nombre|nome|titolo|naam|nazwa|başlık|tên`,
  requirement: `requirement|req|statement|requirement statement|requirement text|shall|shall statement|normative text|system shall
    |functional requirement|the system shall|需求|要求|需求内容|需求內容|要件|要件内容|要求事項|요구사항|요구 사항|требование|anforderung
    |exigence|requisito|requerimiento|requirement description|specification|spec|rule|yêu cầu|gereksinim|wymaganie|vereiste|krav`,
  description: `description|details|detail|summary|definition|text|behavior|behaviour|functionality|overview|what|content|描述|说明|說明
    |需求描述|功能描述|详细描述|詳細描述|需求说明|需求說明|内容|內容|详述|詳述|概要|説明|詳細|要件説明|설명|내용|상세|상세 설명|описание
    |beschreibung|descripción|descrição|descrizione|beschrijving|opis|mô tả|açıklama|deskripsi`,
  story: `user story|story|as a|用户故事|用戶故事|使用者故事|ユーザーストーリー|사용자 스토리|historia de usuario|história de usuário
    |récit utilisateur|пользовательская история`,
  priority: `priority|prio|moscow|importance|criticality|severity|requirement priority|priority level|must/should/could|level of importance
    |优先级|優先級|优先|優先|优先度|優先度|優先順位|重要度|重要性|우선순위|중요도|приоритет|priorität|priorité|prioridad|prioridade
    |priorità|prioriteit|priorytet|öncelik|độ ưu tiên|mức độ ưu tiên|ưu tiên|prioritas`,
  acceptance: `acceptance|acceptance criteria|acceptance criterion|acceptance criteria (ac)|ac|acs|acceptance test|acceptance tests
    |acceptance scenarios|acceptance scenario|acceptance conditions|acceptance condition|scenario|scenarios|fit criterion|fit criteria
    |success criteria|success criterion|definition of done|done when|done|pass criteria|pass/fail criteria|verification criteria
    |validation criteria|test criteria|criteria|completion criteria|exit criteria|measurable criteria|satisfied when|accepted when
    |验收|驗收|验收标准|驗收標準|验收准则|驗收準則|验收条件|驗收條件|验收要点|驗收要點|接受标准|接受標準|完成标准|完成標準|通过标准
    |受け入れ基準|受入基準|受け入れ条件|受入条件|合格基準|完了条件|완료 기준|완료 조건|인수 기준|인수 조건|인수조건|수용 기준|수락 기준
    |승인 기준|критерии приемки|критерии приёмки|критерий приемки|критерии готовности|критерії прийняття|akzeptanzkriterien
    |akzeptanzkriterium|abnahmekriterien|abnahmekriterium|abnahme|critères d'acceptation|critère d'acceptation|critères d’acceptation
    |criterios de aceptación|criterio de aceptación|critérios de aceitação|critérios de aceite|critério de aceite
    |criteri di accettazione|acceptatiecriteria|kryteria akceptacji|kabul kriterleri|tiêu chí chấp nhận|tiêu chí nghiệm thu
    |kriteria penerimaan|acceptanskriterier`,
  rationale: `rationale|why|justification|reason|motivation|background|business value|理由|原因|依据|依據|背景|价值|價值|目的|根拠|이유|근거|배경
    |обоснование|begründung|justificación|justificativa|justification métier|motivazione|onderbouwing|uzasadnienie|gerekçe|lý do`,
  status: `status|state|requirement status|状态|狀態|状況|ステータス|状態|상태|статус|zustand|statut|estado|stato|stan|durum|trạng thái`,
  version: `version|release|target release|target version|phase|scope|milestone|target|版本|阶段|階段|目标版本|バージョン|フェーズ|버전|단계
    |версия|versão|versión|versione|etapa|fase|wersja`,
  relation: `relates to|related|related to|related requirements|related requirement|related items|related documents|references|reference|refs|ref
    |see|see also|depends on|depends|dependencies|dependency|requires|blocked by|blocks|covers|covered by|needs|tags|parent|parents
    |parent requirement|child|children|derived from|derives from|source requirement|satisfies|satisfied by|traces|traces to|trace|traceability
    |traced to|trace to|implements|implemented by|implemented in|implementation|verified by|verifies|verification|validates|validated by
    |tested by|test cases|test case|tests|test|tasks|task|requirement ids|requirements covered|covered requirements
    |affected requirements|requirements addressed|addresses|maps to|mapping|links|link|adr|adrs|related adrs|conflicts|conflicts with
    |supersedes|superseded by|replaces|replaced by|关联|關聯|关联需求|關聯需求|相关|相關|相关需求|相關需求|依赖|依賴|依赖项|参考|參考|参照
    |追踪|追蹤|覆盖|覆蓋|对应需求|對應需求|関連|関連要件|依存|依存関係|対応要件|참조|관련|관련 요구사항|의존성|связанные требования|зависимости
    |abhängigkeiten|abhängigkeit|referenzen|dépendances|références|dependencias|dependências|referencias|referências|dipendenze|zależności`,
  note: `note|notes|remark|remarks|comment|comments|constraint|constraints|assumption|assumptions|exceptions|exception|example|examples|edge cases
    |edge case|error handling|input|inputs|output|outputs|precondition|preconditions|postcondition|postconditions|actor|actors|trigger
    |main flow|alternative flow|basic flow|open questions|risk|risks|owner|author|source|category|type|origin|stakeholder|stakeholders|effort
    |estimate|complexity|verification method|method of verification|test method|measurement|metric|target value|design rationale|implementation notes
    |technical notes|备注|備註|注|说明备注|约束|約束|输入|輸入|输出|輸出|前置条件|前置條件|后置条件|後置條件|来源|來源|类型|類型|类别|類別
    |责任人|負責人|备考|備考|制約|例外|入力|出力|前提条件|事後条件|비고|제약|입력|출력|примечание|примечания|anmerkung|hinweis|bemerkung
    |remarque|remarques|nota|notas|observações|observación|opmerking|uwagi`,
};

const byWord = new Map<string, FieldKey>();
for (const [key, words] of Object.entries(labels)) {
  for (const word of words.split('|')) byWord.set(word.trim(), key as FieldKey);
}

/** The longest label there is: nothing longer is looked up. */
export const longestLabel = 48;

const answers = new Map<string, FieldKey | undefined>();

/** What a label means, marks and case aside; undefined for words that are no field of a requirement. */
export function fieldKey(label: string): FieldKey | undefined {
  if (label.length > longestLabel) return undefined;
  if (answers.has(label)) return answers.get(label);
  if (answers.size > 5000) answers.clear();
  const key = lookUp(label);
  answers.set(label, key);
  return key;
}

function lookUp(label: string): FieldKey | undefined {
  if (/\D\s*\d/.test(label.replace(/^[\d.\s]+/, ' '))) return undefined;
  const bare = label
    .toLowerCase()
    .replace(/[*_`~#]|\p{So}|\uFE0F/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^(?:\d+(?:\.\d+)*[.)]?\s+)/, '')
    .replace(/\s*[:：]\s*$/, '')
    .trim();
  return (
    byWord.get(bare) ??
    byWord.get(bare.replace(/\s*[(（][^)）]*[)）]$/, '')) ??
    byWord.get(/[(（](.+)[)）]$/.exec(bare)?.[1] ?? '')
  );
}

/** True when a text is a label of acceptance criteria, as a heading over a list of them is. */
export function isAcceptanceLabel(text: string): boolean {
  return fieldKey(text) === 'acceptance';
}
