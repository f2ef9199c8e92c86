/** Names of types, constants and fields that hold states. */
const stateWords = /^(states?|status(es)?|phases?|stages?|lifecycles?)$/;
export const stateFields =
  /^(state|status|phase|stage|lifecycle)$|(State|Status|Phase|Stage)$|_(state|status|phase|stage)$/;
export const transitionNames = /transition|next|allowed|flow|moves|machine|state|status|edges|graph/i;

const generic = new Set(
  'state states status statuses phase phases stage stages type types enum values value list all schema kind name map next allowed transitions transition valid the of is current new old prev previous row record item entity data result res response req request this self it obj object doc model input output body payload props existing updated found first last one x r i e ctx context params args options opts info details machine workflow lifecycle const default'.split(
    ' ',
  ),
);

/** True for names such as `TrialState`, `ORDER_STATUSES`, `phase`. */
export function namesStates(name: string): boolean {
  return wordsOf(name).some((word) => stateWords.test(word));
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/);
}

/** The words of a name that say whose state it is: `TrialState` → `trial`; nothing for names like `row`. */
export function ownerWords(name: string): string[] {
  return wordsOf(name)
    .map((word) => (word.length > 3 ? word.replace(/ies$/, 'y').replace(/s$/, '') : word))
    .filter((word) => word.length > 1 && !generic.has(word) && !generic.has(`${word}s`));
}

/** One word that may be the name of a state. */
export function isStateText(text: string): boolean {
  return /^[A-Za-z][\w-]{1,60}$/.test(text);
}
