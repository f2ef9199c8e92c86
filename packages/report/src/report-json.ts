import type { Reporter } from './reporter.ts';

/** The whole report, two spaces deep, keys in the order of its schema. */
export const reportJson: Reporter = (report) => `${JSON.stringify(report, undefined, 2)}\n`;
