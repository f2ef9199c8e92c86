/** Nouns that say which limit of a thing a number is, and what they are called together. */
const nouns: Readonly<Record<string, string>> = {
  timeout: 'timeout',
  'time-out': 'timeout',
  window: 'window',
  period: 'window',
  ttl: 'lifetime',
  lifetime: 'lifetime',
  expiry: 'lifetime',
  expiration: 'lifetime',
  validity: 'lifetime',
  retention: 'retention',
  limit: 'limit',
  cap: 'limit',
  ceiling: 'limit',
  quota: 'limit',
  budget: 'limit',
  maximum: 'limit',
  max: 'limit',
  minimum: 'minimum',
  min: 'minimum',
  interval: 'interval',
  frequency: 'interval',
  cadence: 'interval',
  backoff: 'delay',
  delay: 'delay',
  latency: 'latency',
  deadline: 'deadline',
  threshold: 'threshold',
  cooldown: 'delay',
  size: 'size',
  length: 'length',
};

/** Verbs and what they say of their subject. */
const verbs: readonly (readonly [RegExp, string])[] = [
  [/^(?:live|lives|last|lasts|expire|expires|valid|remain valid|remains valid|stay valid|stays valid)$/, 'lifetime'],
  [/^(?:kept|retained|stored|preserved|archived|held)$/, 'retention'],
  [
    /^(?:come|comes|arrive|arrives|complete|completes|finish|finishes|respond|responds|answer|answers|recover|recovers)$/,
    'deadline',
  ],
  [/^(?:time out|times out|timed out|fails?|aborts?)$/, 'timeout'],
  [/^(?:have|has|contain|contains|hold|holds|be|weigh|weighs|take|takes)$/, 'size'],
];

export function attributeOfNoun(noun: string): string | undefined {
  return nouns[noun.toLowerCase()];
}

export function attributeOfVerb(verb: string): string | undefined {
  return verbs.find(([pattern]) => pattern.test(verb.toLowerCase()))?.[1];
}

export const attributeNouns = Object.keys(nouns).join('|');
