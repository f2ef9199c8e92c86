import type { Configuration, Settings } from '@iama/model';

/** Priorities that need an implementation and a test unless configuration says otherwise; a requirement without one does too. */
const needed = ['P0', 'P1', 'MUST', 'SHOULD', 'CRITICAL', 'HIGH', 'MEDIUM', '1', '2'];
const notYet = [
  'planned',
  'draft',
  'proposed',
  'deferred',
  'deprecated',
  'rejected',
  'removed',
  'superseded',
  'obsolete',
  'wontfix',
];
const operational = [
  '/health',
  '/healthz',
  '/livez',
  '/readyz',
  '/ready',
  '/live',
  '/metrics',
  '/ping',
  '/favicon.ico',
  '/robots.txt',
];

/** What the judging side needs of the configuration, defaults filled in. */
export function settingsOf(configuration: Configuration): Settings {
  const need = (said: { priorities?: string[] | undefined; exceptStatuses?: string[] | undefined } | undefined) => ({
    priorities: (said?.priorities ?? needed).map((priority) => priority.toUpperCase()),
    exceptStatuses: (said?.exceptStatuses ?? notYet).map((status) => status.toLowerCase()),
  });
  return {
    versions: configuration.versions ?? [],
    implementation: need(configuration.requires?.implementation),
    test: need(configuration.requires?.test),
    code: configuration.code !== false,
    operational: configuration.operational ?? operational,
  };
}
