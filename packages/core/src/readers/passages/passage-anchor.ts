const id =
  /^[\s>]*(?:#{1,6}\s+)?(?:[-*+]\s+|\d+[A-Z]?[.)]\s+)?\|?\s*(?:\*\*|__)?`?([A-Z][A-Z0-9]*(?:[-_.][A-Z0-9]+)*[-_]\d+[A-Z]?|[A-Z]{2,}(?:\.\d+)+)(?![\w-]|\.\w)/;

/** The id a line begins with, when it begins with one. */
export function passageAnchor(line: string): string | undefined {
  return id.exec(line)?.[1];
}
