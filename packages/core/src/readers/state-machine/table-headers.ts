/** What the head of a column says: where a step starts, where it leads, and what is said of a state. */
export const header = {
  from: /^(?:from|source|current|old|previous|start(?:ing)?|origin|before|de|desde|origen|von|vom|из|текущий|от|atual|actual|から|遷移元|从|從|自|起始|源|当前|现|原|現在の?|이전|현재)(?:[\s-]*(?:state|status|phase|states|estado|état|zustand|статус|состояние|状态|狀態|状態|상태))?$|^(?:estado|état|statut) (?:actual|atual|actuel|origen)$/i,
  to: /^(?:to|target|new|destination|resulting|ending?|after|a|hacia|para|destino|vers|nach|zu|в|новый|следующий|遷移先|到|至|目标|目標|新|下一|(?:可|可以)?(?:迁移|转移|流转|变更|转)(?:至|到|为)|다음|이후)(?:[\s-]*(?:state|status|phase|states|estado|état|zustand|статус|состояние|状态|狀態|状態|상태))?$|^next[\s-]*(?:states?|status(?:es)?|phase)?(?:\s*\(s\))?$|^(?:下一个?|次の?)(?:状态|狀態|状態)$|^(?:próximo|siguiente|nuevo) estado$|^(?:estado|état) (?:siguiente|suivant|destino)$|^folge(?:zustand|status)$/i,
  state:
    /^(?:(?:[\p{L}]+[\s-])?(?:states?|status(?:es)?)(?:[\s-](?:name|value|code))?|状态|狀態|状態|ステータス|estado|état|statut|zustand|stato|상태|состояние|статус|holat)$/iu,
  value:
    /^(?:(?:enum |internal |db |database |raw )?(?:value|code|name|key|constant)|内部值|值|枚举值?|代码|标识|编码|名称|コード|値|código|valor|значение)$/i,
  next: /(?:(?:allowed|valid|possible|legal|permitted|available)\s+(?:next\s+)?(?:transitions?|states?)|transitions?(?:\s+to)?$|next\s+(?:states?|status(?:es)?)|can (?:go|move|transition|become)(?:\s+to)?|→|leads? to|可流转|可转|后续状态|遷移可能)/i,
  trigger:
    /trigger|event|action|command|when|condition|guard|cause|reason|on\b|via|signal|触发|觸發|事件|条件|條件|イベント|evento|auslöser|ereignis|acción/i,
  transition: /^(?:state\s+|status\s+)?transitions?$|^(?:状态)?(?:转换|流转|迁移)$|^遷移$/i,
  note: /description|meaning|definition|notes?|explanation|purpose|means|说明|說明|描述|含义|含義|説明|意味|descripción|beschreibung|bedeutung|описание/i,
  terminal: /^(?:is\s+)?(?:terminal|final|end)(?:\s+state)?\??$|终态|終態/i,
  initial: /^(?:is\s+)?(?:initial|start)(?:\s+state)?\??$/i,
};
