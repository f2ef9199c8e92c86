/** What a column of a Markdown table tells of a column of a database. */
export type HeaderMeaning =
  | 'column'
  | 'field'
  | 'type'
  | 'nullable'
  | 'required'
  | 'default'
  | 'key'
  | 'references'
  | 'values'
  | 'length'
  | 'constraints'
  | 'description';

const meanings: readonly (readonly [HeaderMeaning, RegExp])[] = [
  [
    'column',
    /^(?:columns?|column names?|db columns?|列|列名|欄位|栏位|欄位名稱|カラム|カラム名|列名称|컬럼|컬럼명|columna|colonne|coluna|spalte|столбец|колонка)$/,
  ],
  [
    'field',
    /^(?:fields?|field names?|names?|attributes?|property|properties|字段|字段名|字段名称|名称|屬性|属性|属性名|項目|項目名|フィールド|フィールド名|物理名|필드|필드명|속성|campo|nombre|nome|champ|nom|attribut|feld|name|поле|атрибут|имя)$/,
  ],
  [
    'type',
    /^(?:types?|data ?types?|sql types?|db types?|column types?|postgres(?:ql)? types?|类型|数据类型|字段类型|類型|資料型別|型|データ型|型名|타입|데이터 ?타입|자료형|tipo|tipo de dato|tipo de dado|typ|datentyp|type de données|тип|тип данных)$/,
  ],
  [
    'nullable',
    /^(?:nullable\??|null\??|nulls?|allows? nulls?|is null(?:able)?|optional\??|可空|可为空|是否为空|允许空|允许为空|是否可空|null ?許可|null ?許容|null 허용|널 허용|nulo|nulable|anulable|nullbar)$/,
  ],
  [
    'required',
    /^(?:required\??|not null\??|mandatory\??|nn|必填|是否必填|非空|必須|not null 制約|필수|requerido|obligatorio|obligatoire|requis|pflicht|erforderlich|obrigatório|обязательн\w*)$/,
  ],
  [
    'default',
    /^(?:defaults?|default values?|默认|默认值|預設|預設值|既定値|デフォルト|デフォルト値|初期値|기본값|디폴트|por defecto|valor por defecto|predeterminado|padrão|valor padrão|par défaut|défaut|standard|standardwert|по умолчанию)$/,
  ],
  ['key', /^(?:keys?|pk|pk\/fk|key type|主键|键|キー|pk ?\/ ?fk|키|clave|chave|clé|schlüssel|ключ)$/],
  [
    'references',
    /^(?:references?|fk|foreign keys?|外键|外部キー|references to|fk to|参照|외래키|referencia|référence|referenz)$/,
  ],
  [
    'values',
    /^(?:values|allowed values|enum|enum values|valid values|possible values|枚举值|取值|可选值|valores|werte)$/,
  ],
  ['length', /^(?:length|size|max length|长度|長度|桁数|サイズ|길이|tamaño|longitud|länge)$/],
  [
    'constraints',
    /^(?:constraints?|attributes|modifiers?|extra|options?|rules?|约束|約束|約束條件|约束条件|制約|제약|제약 ?조건|restricciones|restrições|contraintes?|einschränkungen|ограничени\w*)$/,
  ],
  [
    'description',
    /^(?:descriptions?|notes?|comments?|remarks?|purpose|meaning|details|说明|說明|描述|备注|備註|注释|含义|説明|備考|概要|論理名|설명|비고|descripción|descrição|notas?|beschreibung|bemerkung|commentaire|описание|комментарий|примечани\w*)$/,
  ],
];

/** The meaning of every header cell; undefined when the table does not list columns of something. */
export function headerMeanings(cells: readonly string[]): (HeaderMeaning | undefined)[] | undefined {
  const found = cells.map((cell) => {
    const word = cell.replace(/[*`_]/g, '').replace(/\s+/g, ' ').trim().toLowerCase();
    return meanings.find(([, pattern]) => pattern.test(word))?.[0];
  });
  const name = found.indexOf('column') >= 0 ? found.indexOf('column') : found.indexOf('field');
  if (
    name < 0 ||
    (name > 0 && !cells.slice(0, name).every((cell) => /^(?:#|no\.?|nr\.?|序号|番号|번호|pk|key|)$/i.test(cell.trim())))
  )
    return undefined;
  if (!found.includes('type') && !(found[name] === 'column' && found.length > 1)) return undefined;
  return found.map((meaning, index) =>
    index !== name && (meaning === 'column' || meaning === 'field') ? undefined : meaning,
  );
}
