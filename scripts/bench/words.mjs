/** Areas of an invented product; two make the middle of a requirement id. */
export const areas =
  'AUTH BILL CART CHAT CRON DASH DISC EDIT EXPO FEED FILE FLAG FORM GEO HOOK IMPO INVO JOB KEY LEDG LIST LOCK MAIL MEDIA META NOTE ORD PAY PLAN POLL QUEUE RATE ROLE SHIP SYNC TAX'.split(
    ' ',
  );

export const actors = ['The API', 'The worker', 'The console', 'An operator', 'A signed-in user', 'The scheduler'];
export const strengths = ['MUST', 'MUST', 'MUST', 'SHOULD', 'MAY', 'MUST NOT'];
export const verbs = [
  'store',
  'reject',
  'list',
  'export',
  'encrypt',
  'retry',
  'archive',
  'validate',
  'replay',
  'notify',
];
export const things =
  'invoice session payout report upload message webhook coupon ledger address profile device ticket export batch shipment'.split(
    ' ',
  );
export const conditions = [
  'when the request carries no idempotency key',
  'within 200 ms at the 95th percentile',
  'unless the account is suspended',
  'for every tenant separately',
  'after the third failed attempt',
  'before the next scheduled run',
  'without loading the whole list into memory',
  'even when the upstream provider answers late',
];

/** One normative sentence. */
export function sentence({ pick, below }) {
  return `${pick(actors)} ${pick(strengths)} ${pick(verbs)} each ${pick(things)} ${pick(conditions)}, at most ${below(500) + 1} at a time.`;
}

/** A paragraph that promises nothing, as most of a document does. */
export function prose(random, sentences) {
  const parts = Array.from({ length: sentences }, () => {
    const { pick } = random;
    return `Teams that ${pick(verbs)} a ${pick(things)} ${pick(conditions)} told us that the ${pick(things)} is what they look at first.`;
  });
  return parts.join(' ');
}

export function title({ pick }) {
  const verb = pick(verbs);
  return `${verb[0].toUpperCase()}${verb.slice(1)} the ${pick(things)} ${pick(['on demand', 'in bulk', 'safely', 'by tenant', 'after sign-in'])}`;
}
