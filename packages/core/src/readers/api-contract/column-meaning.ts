/** What a column of a table in an API document holds. */
export type Meaning =
  | 'method'
  | 'path'
  | 'name'
  | 'type'
  | 'required'
  | 'in'
  | 'status'
  | 'code'
  | 'values'
  | 'request'
  | 'response'
  | 'errors'
  | 'access'
  | 'description';

const meanings: readonly (readonly [Meaning, RegExp])[] = [
  [
    'method',
    /^(?:http )?(?:method|verb|methods|request method)$|^(?:请求)?(?:方法|方式|动作)$|^(?:http|请求) ?方法$|^메(?:서|소)드$|^メソッド$|^método$|^méthode$|^methode$|^метод$|^metod$|^phương thức$/i,
  ],
  [
    'path',
    /^(?:(?:api |http |rest |url |request )?(?:endpoints?|paths?|urls?|uris?|routes?)|endpoint address|path\/url|resource path|api|method (?:&|and|\+|\/) (?:path|endpoint|url|route)|endpoint url|full path)$|^(?:接口|请求)?(?:路径|地址|url|端点|路由)$|^接口(?:名|路径|地址)?$|^엔드포인트$|^경로$|^url$|^エンドポイント$|^パス$|^ruta$|^rota$|^caminho$|^chemin$|^route$|^pfad$|^эндпоинт$|^путь$|^маршрут$|^yo['ʻ’`]l$|^đường dẫn$/i,
  ],
  [
    'status',
    /^(?:http|status|http ?status|status ?codes?|http ?codes?|http status codes?|response codes?)$|^(?:http)?(?:状态码?|状态|狀態碼)$|^상태(?: ?코드)?$|^ステータス(?:コード)?$|^(?:código|codigo|estado)(?: (?:http|de estado))?$|^статус$|^http 코드$|^http状态码?$/i,
  ],
  [
    'code',
    /^(?:error|err|response|business|app|application|reason|result|machine|internal|failure)?[ _-]?codes?$|^(?:error|errorcode|error name|error type|error ?key|error id)$|^(?:错误|业务|返回|响应|异常)?(?:码|代码|编码)$|^(?:에러 ?|오류 ?)?코드$|^(?:エラー)?コード$|^(?:código|codigo)(?: de error| do erro)$|^код(?: ошибки)?$|^code d'erreur$|^fehlercode$|^denial[ _]?reasons?(?: code)?$|^xato kodi$/i,
  ],
  [
    'required',
    /required|mandatory|^(?:optional|req\.?|need)\b|必填|必选|必须|是否必|必須|필수|obligator|obrigat|requis|обязат|majburiy/i,
  ],
  ['values', /^(?:values?|enum|allowed(?: values)?|options|possible values|accepted values)$|可选值|取值|枚举|허용/i],
  ['type', /^(?:data ?)?type$|类型|類型|타입|형식|자료형|^型$|^データ型$|^tipo(?: de dato)?$|^typ$|^тип$|^turi?$/i],
  ['in', /^(?:in|location|kind|where|position|passed in)$|^位置$|^위치$/i],
  [
    'request',
    /^(?:request(?: body| fields| payload)?|body|payload|input|params?|parameters|query|query params?|args)$|^(?:请求|入参|请求体|请求参数|参数|关键入参.*)$|^요청(?: ?본문| ?바디)?$|^リクエスト$|^cuerpo$|^(?:corpo|solicitud)$|^тело$/i,
  ],
  [
    'response',
    /^(?:response(?: body| data| fields)?|returns?|output|result|success|success response)$|^(?:响应|返回|返回值|出参)$|^응답(?: ?본문)?$|^レスポンス$|^respuesta$|^resposta$|^réponse$|^ответ$/i,
  ],
  [
    'errors',
    /^(?:errors?|error codes?|error responses?|failures?|possible errors)$|^错误码?$|^에러$|^エラー$|^errores$|^erros$/i,
  ],
  [
    'access',
    /^(?:auth|authentication|authori[sz]ation|auth required|requires auth|protected|access|permissions?|roles?|security|scope|scopes|guard|public|auth\??|rbac|who|role required|required role|security type)\b|^(?:认证|鉴权|权限|授权|登录|是否需要登录|需要认证|权限点|角色)|^인증|^권한|^認証|^autenticación|^auth\.?$|^доступ|^авторизация|^rol$/i,
  ],
  [
    'name',
    /^(?:names?|fields?|param(?:eter)?s?(?: name)?|keys?|property|properties|attributes?|arguments?|field name|variable)$|^(?:字段|参数|属性|变量)(?:名称?)?$|^名称$|^필드(?:명)?$|^이름$|^파라미터(?:명)?$|^매개변수$|^フィールド(?:名)?$|^パラメータ(?:名)?$|^名前$|^campo$|^parámetro$|^nombre$|^nome$|^parâmetro$|^champ$|^nom$|^paramètre$|^feld$|^поле$|^параметр$|^имя$|^maydon$/i,
  ],
  [
    'description',
    /desc|meaning|purpose|summary|explanation|message|notes?|remarks?|when|cause|trigger|details?|action|function|use|说明|描述|含义|备注|功能|用途|触发|消息|설명|용도|기능|의미|説明|意味|descrip|descri|significado|описание|значение|tavsif|qachon|izoh|beschreibung|mô tả/i,
  ],
];

/** What a header cell says its column holds; undefined when it is none of the things an API document needs. */
export function columnMeaning(header: string): Meaning | undefined {
  const words = header.replace(/\s*[（(][^）)]*[）)]\s*$/, '').trim();
  return meanings.find(([, pattern]) => pattern.test(words))?.[0];
}

/** Column index by meaning; the first column of a meaning wins. */
export function columnsOf(header: readonly string[]): ReadonlyMap<Meaning, number> {
  const columns = new Map<Meaning, number>();
  for (const [index, cell] of header.entries()) {
    const meaning = columnMeaning(cell);
    if (meaning !== undefined && !columns.has(meaning)) columns.set(meaning, index);
  }
  return columns;
}
