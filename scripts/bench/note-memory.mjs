import { writeFileSync } from 'node:fs';

/** Loaded before the program that is measured: writes down its peak memory in KB when it ends. */
process.on('exit', () => {
  writeFileSync(process.env.IAMA_BENCH_PEAK, String(process.resourceUsage().maxRSS));
});
