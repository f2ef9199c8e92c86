import type { ArrowReading } from './arrow-block.ts';
import { isIdentifier, isScreaming, isStative } from './state-name.ts';

/** What the words around arrows say: of states, of some flow, or nothing. */
export type ContextWords = 'states' | 'flow' | 'none';

/**
 * Decides whether arrows are a state machine's. Arrows also draw calls, renames, data flows and menus, so names that can
 * only be states are wanted wherever the words around do not speak of states.
 */
export function areTransitions(reading: ArrowReading, words: ContextWords, known: ReadonlySet<string>): boolean {
  if (reading.transitions.length === 0) return false;
  if (reading.unread > 0 && reading.unread / reading.arrowLines > 0.3) return false;
  const names = [...new Set(reading.names.map((name) => name.name))];
  if (names.length === 0) return false;
  const share = (test: (name: string) => boolean): number => names.filter(test).length / names.length;
  if (share((name) => known.has(name)) >= 0.6 && names.length >= 2) return true;
  const screaming = share(isScreaming);
  if (screaming > 0.2 && screaming < 0.8) return false;
  if (reading.transitions.some((step) => isDoneBy(step.from, step.to))) return false;
  const stative = share(isStative);
  if (words === 'states') {
    if (screaming >= 0.7) return true;
    if (reading.arrowLines === 1) {
      const fit = share((name) => isStative(name) || hasUnderscore(name));
      const coded = reading.names.every((name) => name.style === 'code');
      if (names.length <= 2 ? fit < 1 : fit < (coded ? 0.3 : 0.5)) return false;
    }
    const styles = reading.names.filter((name) => name.style === 'code' || name.style === 'bold').length;
    if (styles / reading.names.length >= 0.7 && stative >= 0.3) return true;
    return share(isWordlike) === 1 && (stative >= 0.4 || (share(isIdentifier) >= 0.9 && sameCase(names)));
  }
  if (words === 'flow') return screaming >= 0.8 && names.length >= 3 && (stative >= 0.5 || share(hasUnderscore) >= 0.5);
  return false;
}

/** `approve → approved`: an action and what it brings about, not two states. */
function isDoneBy(from: string, to: string): boolean {
  return from.length >= 3 && to !== from && /^(?:d|ed|ted|ped)$/.test(to.toLowerCase().replace(from.toLowerCase(), ''));
}

function isWordlike(name: string): boolean {
  return name.split(/\s+/).length <= 4 && name.length <= 40;
}

function hasUnderscore(name: string): boolean {
  return name.includes('_');
}

function sameCase(names: readonly string[]): boolean {
  const lower = names.filter((name) => name === name.toLowerCase()).length;
  return lower === 0 || lower === names.length;
}
