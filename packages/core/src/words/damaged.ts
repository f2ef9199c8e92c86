/** Characters that stand where an encoding error ate others: `1?? jobs`, `�`, `禮5.2` stays a guess. */
const lost =
  /\uFFFD|\?\?|(?<=[\u2e80-\u9fff\uf900-\ufaff\ue000-\uf8ff])\?|\?(?=[\u2e80-\u9fff\uf900-\ufaff\ue000-\uf8ff])|[\ue000-\uf8ff]/g;

/** How often a text was damaged by an encoding error. */
export function damages(text: string): number {
  return text.match(lost)?.length ?? 0;
}

export function isDamaged(text: string): boolean {
  return text.search(lost) >= 0;
}
