import { check, explain, gates, main, readVersion } from '@iama/command';
import { trace } from './index.ts';

await main({
  name: 'iama-trace',
  version: readVersion(import.meta.url),
  summary: trace.summary,
  commands: [...trace.commands, check, gates, explain],
  phases: [trace],
});
