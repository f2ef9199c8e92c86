import type { Io } from './io.ts';

/** A bar on stderr once the work has taken a second, and only where a person watches. */
export function progressBar(io: Io): { step(done: number, total: number): void; end(): void } {
  const started = Date.now();
  let drawn = 0;
  return {
    step(done, total) {
      const now = Date.now();
      if (!io.watched || now - started < 1000 || now - drawn < 100) return;
      drawn = now;
      const width = 24;
      const full = Math.round((done / total) * width);
      io.err(`\r${'█'.repeat(full)}${'░'.repeat(width - full)} ${done}/${total} sources`);
    },
    end() {
      if (drawn > 0) io.err('\r\u001b[K');
    },
  };
}
