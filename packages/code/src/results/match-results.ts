import type { Outcome } from './report.ts';

/**
 * A declared test, as far as matching needs it.
 *
 * @implements IAMA-CODE-004
 */
export interface DeclaredTest {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly names: readonly string[];
}

export interface NamedResult {
  readonly name: string;
  readonly suites: readonly string[];
  readonly hints: readonly string[];
  readonly outcome: Outcome;
}

const placeholder = /%(?:\.\d+)?[sdifjoOp#$%]|\$\{[^}]*\}|#\{[^}]*\}|\$[\w.]+|<[\w ]+>|\{\d*\}/g;
const parameters = [/\s*\[[^\]]*\]$/, /\s*\([^()]*\)(?:\[[^\]]*\])?$/, /(?:#|\/)\d+$/, /\s*\([^()]*\)\s*\[[^\]]*\]$/];

/** Words of a name: everything that only separates them is alike, so that `a > b`, `a › b`, `a::b` and `a b` are. */
export function squeezed(name: string): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Finds the declared tests a result is about: by name, then by whatever the report says of file, class or package. */
export function resultMatcher(tests: readonly DeclaredTest[]): (result: NamedResult) => readonly DeclaredTest[] {
  const byName = new Map<string, DeclaredTest[]>();
  const patterns: { test: DeclaredTest; pattern: RegExp }[] = [];
  for (const test of tests) {
    for (const name of namesOf(test)) {
      const known = byName.get(name);
      if (known === undefined) byName.set(name, [test]);
      else if (!known.includes(test)) known.push(test);
    }
    const pattern = patternOf(test);
    if (pattern !== undefined) patterns.push({ test, pattern });
  }
  return (result) => {
    const candidates = namesIn(result);
    let hinted: readonly DeclaredTest[] = [];
    for (const candidate of candidates) {
      const best = bestOf(byName.get(candidate) ?? [], result);
      if (best.score > 0) return best.tests;
      if (hinted.length === 0) hinted = best.tests;
    }
    if (hinted.length > 0) return hinted;
    const alike = patterns.filter(({ pattern }) => candidates.some((candidate) => pattern.test(candidate)));
    return bestOf(
      alike.map(({ test }) => test),
      result,
    ).tests;
  };
}

// Its title alone, and with ever more of the suites around it.
function namesOf({ names, title }: DeclaredTest): string[] {
  const own = names.map((_, from) => squeezed(names.slice(from).join(' ')));
  return title === names.at(-1) ? own : [...own, squeezed(title), squeezed([...names.slice(0, -1), title].join(' '))];
}

function patternOf({ names }: DeclaredTest): RegExp | undefined {
  const whole = names.join(' ');
  if (whole.search(placeholder) === -1) return undefined;
  const words = whole.split(placeholder).map((piece) => squeezed(piece));
  if (words.every((piece) => piece === '')) return undefined;
  return new RegExp(`(?:^| )${words.join(' ?.* ?').trim()}$`, 'u');
}

function namesIn({ name, suites, hints }: NamedResult): string[] {
  const names = [name];
  for (const suffix of parameters) {
    const short = name.replace(suffix, '');
    if (short !== name && short !== '') names.push(short);
  }
  const both = parameters.reduce((short, suffix) => short.replace(suffix, ''), name);
  if (both !== '' && !names.includes(both)) names.push(both);
  const found = new Set<string>();
  for (const one of names) {
    for (let from = 0; from < suites.length; from += 1) found.add(squeezed([...suites.slice(from), one].join(' ')));
    for (const hint of hints) found.add(squeezed(`${hint.split(/[.$\\/]/).at(-1)} ${one}`));
    found.add(squeezed(one));
    // xUnit says namespace and class before the method's name, `a.b.Class.Method`.
    if (/^[\w.]+$/.test(one) && one.includes('.')) found.add(squeezed(one.split('.').slice(-2).join(' ')));
  }
  found.delete('');
  return [...found];
}

function bestOf(tests: readonly DeclaredTest[], { hints }: NamedResult): { tests: DeclaredTest[]; score: number } {
  let best = 0;
  let chosen: DeclaredTest[] = [];
  for (const test of tests) {
    const score = Math.max(0, ...hints.map((hint) => scoreOf(test.path, hint)));
    if (score > best || chosen.length === 0) {
      best = score;
      chosen = [test];
    } else if (score === best) chosen.push(test);
  }
  return { tests: chosen, score: best };
}

/** How well a hint fits a path: 0 not at all, else the number of path segments that agree from the end. */
function scoreOf(path: string, hint: string): number {
  const file = segments(path);
  const folder = file.slice(0, -1);
  const said = segments(hint.split('$')[0] ?? hint);
  return Math.max(agree(file, said), agree(file, said.slice(0, -1)), agree(folder, said) / 2);
}

function segments(path: string): string[] {
  const bare = path
    .replace(/\\/g, '/')
    .replace(
      /\.(?:test|spec|cy|e2e)?\.?(?:[cm]?[jt]sx?|py|java|kts?|go|rs|rb|php|cs|scala|groovy|swift|dart|exs?|cc|cpp|feature)$/i,
      '',
    );
  return bare.split(/[/.:]+/).filter((one) => one !== '');
}

function agree(path: readonly string[], said: readonly string[]): number {
  let count = 0;
  while (count < path.length && count < said.length && path.at(-1 - count) === said.at(-1 - count)) count += 1;
  return count === path.length || count === said.length || count >= 2 ? count : count > 0 ? 0.5 : 0;
}
