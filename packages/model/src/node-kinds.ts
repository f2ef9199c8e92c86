import * as z from 'zod';
import { comparedKinds } from './compared-kinds.ts';
import { strengths } from './strength.ts';

const texts = z.array(z.string());
const text = z.string();

/** One field of a request or a response, or one parameter. */
export const fieldSchema = z.strictObject({
  name: text,
  in: z.enum(['path', 'query', 'header', 'body']).optional(),
  type: text.optional(),
  required: z.boolean().optional(),
  /** Closed vocabulary, in the order said. */
  values: texts.optional(),
});

/** One reply of an endpoint: status (absent when nobody said it), fields of its body, machine-readable codes it names. */
export const replySchema = z.strictObject({
  status: z.int().optional(),
  fields: z.array(fieldSchema),
  errorCodes: texts.optional(),
});

/** Roles a document can have. */
export const documentRoles = [
  'prd',
  'adr',
  'api-contract',
  'db-schema',
  'workflow',
  'architecture',
  'guide',
  'ux',
  'plan',
  'index',
  'other',
] as const;

/** What kinds of lists items stand in. */
export const itemLists = [
  'poc',
  'deliverable',
  'acceptance',
  'security',
  'test-group',
  'telemetry',
  'policy',
  'technology-mandated',
  'technology-forbidden',
  'other',
] as const;

/** How a document says what states and transitions there are. */
export const statementForms = ['diagram', 'list', 'table', 'code', 'arrows', 'inline', 'sentence'] as const;

/**
 * What a node of each kind says, apart from its id and place.
 * A new kind of node is one entry here.
 */
export const nodeAttributes = {
  /** Specified side. */
  document: z.strictObject({
    role: z.enum(documentRoles),
    /** Why this role: the words or the path that say so. */
    reason: text,
    title: text.optional(),
    documentId: text.optional(),
    version: text.optional(),
    status: text.optional(),
    date: text.optional(),
    /** Version scope of everything in it (`V1`), when its name or title says one. */
    scope: text.optional(),
    language: text.optional(),
    /** 1 is the highest; absent when nobody ranked it. Set when the graph is resolved. */
    rank: z.int().positive().optional(),
    /** Path of the document this one translates, or copies. */
    translationOf: text.optional(),
    copyOf: text.optional(),
  }),
  /** A heading: id `<path>#<number or slug>`. */
  section: z.strictObject({
    number: text.optional(),
    title: text,
    level: z.int(),
    lastLine: z.int(),
    /** Of the normalised text below it, sub-sections included. */
    fingerprint: text,
  }),
  requirement: z.strictObject({
    title: text,
    text: text,
    priority: text.optional(),
    version: text.optional(),
    strength: z.enum(strengths),
    status: text.optional(),
    /** The texts of its acceptance criteria; each is an `acceptance` node too. */
    acceptance: texts,
    /** Labelled fields as said, by lower-case label. */
    fields: z.record(text, text),
    form: z.enum(['list', 'heading', 'label', 'table', 'paragraph', 'data']),
    /** Of the normalised text: survives white space, emphasis and line breaks. */
    fingerprint: text,
    lastLine: z.int(),
  }),
  /** id `<requirement>/<number>`. */
  acceptance: z.strictObject({ requirement: text, text: text, number: z.int() }),
  /** A line that looks like a requirement definition but whose id does not parse. id = the words. */
  'malformed-id': z.strictObject({ text: text, reason: text, nearest: text.optional() }),
  endpoint: z.strictObject({
    method: text,
    path: text,
    summary: text.optional(),
    version: text.optional(),
    statuses: z.array(z.int()),
    errorCodes: texts,
    denialReasons: texts,
    request: z.array(fieldSchema),
    response: z.array(replySchema),
    /** False when the contract says the endpoint is public. */
    protected: z.boolean().optional(),
    lastLine: z.int().optional(),
    /** Observed only. */
    framework: text.optional(),
    handler: text.optional(),
    /** Hooks and middleware before the handler, outermost first. */
    chain: texts.optional(),
    /** `unknown`: the router's mount could not be resolved, so `path` is only the end of it. */
    mount: z.enum(['resolved', 'unknown', 'declared']).optional(),
  }),
  'error-code': z.strictObject({
    httpStatus: z.int().optional(),
    meaning: text.optional(),
    /** `denial` for denial reasons, which share a namespace but not a table. */
    family: z.enum(['error', 'denial']).optional(),
  }),
  table: z.strictObject({
    version: text.optional(),
    primaryKey: texts,
    unique: z.array(texts),
    indexes: z.array(z.strictObject({ name: text.optional(), columns: texts, unique: z.boolean() })),
    checks: texts,
    lastLine: z.int().optional(),
    /** Observed: `migrations` or the model framework. Two observed sources can disagree. */
    origin: text.optional(),
    dialect: text.optional(),
  }),
  column: z.strictObject({
    table: text,
    /** As written, upper case, without length spaces: `TEXT`, `VARCHAR(64)`, `TEXT[]`. */
    type: text.optional(),
    nullable: z.boolean().optional(),
    default: text.optional(),
    /** The same types and defaults, however they are written, have the same normal form. */
    normalType: text.optional(),
    normalDefault: text.optional(),
    values: texts.optional(),
    /** What closes the list: a constraint, a type of its own, or only words beside the column. */
    valuesFrom: z.enum(['check', 'type', 'comment']).optional(),
    primaryKey: z.boolean().optional(),
    unique: z.boolean().optional(),
    references: text.optional(),
    version: text.optional(),
    origin: text.optional(),
  }),
  'config-key': z.strictObject({ type: text.optional(), default: text.optional(), shape: text.optional() }),
  /** id `<document id or path>#<section>.<number>`. */
  invariant: z.strictObject({ text: text, title: text.optional(), strength: z.enum(strengths), number: text }),
  state: z.strictObject({
    machine: text,
    initial: z.boolean().optional(),
    terminal: z.boolean().optional(),
    note: text.optional(),
    version: text.optional(),
    /** Specified side: how it is said. Only `list`, `table`, `diagram` and `code` define a set of states; `arrows`: the ends of drawn transitions, where nothing defines them. */
    form: z.enum(statementForms).optional(),
  }),
  transition: z.strictObject({
    machine: text,
    from: text,
    to: text,
    trigger: text.optional(),
    version: text.optional(),
    /** Specified side: how it is said; `inline` and `sentence` are running text. */
    form: z.enum(statementForms).optional(),
  }),
  decision: z.strictObject({
    title: text,
    status: text.optional(),
    date: text.optional(),
    supersedes: texts,
    supersededBy: texts,
    /** What was decided for: product and technology names. */
    technologies: texts,
    mandated: z.array(z.strictObject({ text: text, technologies: texts, line: z.int() })),
    forbidden: z.array(z.strictObject({ text: text, technologies: texts, line: z.int() })),
    requirements: texts,
  }),
  /**
   * A numbered normative line without an id of its own: id `<document id or path>#<section>.<number>`.
   * `technology-mandated` and `technology-forbidden` are sentences of documents that are no decisions (a guide's "NEVER use X"):
   * their number is `mandated-1`, `forbidden-1` … within the section.
   */
  item: z.strictObject({
    list: z.enum(itemLists),
    number: text,
    text: text,
    strength: z.enum(strengths),
    /** Policies: what is ruled, and how. */
    subject: text.optional(),
    value: text.optional(),
    version: text.optional(),
    /** Of the two technology lists: what is mandated or forbidden, as named there. */
    technologies: texts.optional(),
  }),

  ...comparedKinds,

  /** Observed side. */
  file: z.strictObject({ language: text, test: z.boolean() }),
  test: z.strictObject({
    title: text,
    framework: text,
    skipped: z.boolean(),
    /** Why it counts as a failure-path test, when it does. */
    failurePath: text.optional(),
    result: z.enum(['passed', 'failed', 'skipped', 'never-run']).optional(),
    /** Which report said so: path:line. */
    report: text.optional(),
  }),
  'client-call': z.strictObject({ method: text, path: text, client: text, external: z.boolean() }),
  migration: z.strictObject({
    order: z.int(),
    direction: z.enum(['up', 'down']),
    dialect: text,
    statements: z.int(),
    tool: text.optional(),
    /** The same file also says how to go back. */
    hasDown: z.boolean().optional(),
    /** What its statements do to tables that were there before, in order. */
    changes: z
      .array(
        z.strictObject({
          /** `drop-column`, `add-column`, `change-type`, `create-index` … */
          kind: text,
          table: text.optional(),
          column: text.optional(),
          line: z.int(),
          /** What is dangerous about it, as words: `drops-data`, `rewrites-table` … Empty: nothing is. */
          hazards: texts,
          detail: text.optional(),
        }),
      )
      .optional(),
  }),
  dependency: z.strictObject({
    ecosystem: text,
    version: text.optional(),
    development: z.boolean().optional(),
    /** `manifest`, `import` or `image`. */
    origin: z.enum(['manifest', 'import', 'image']),
  }),
  /** One reply whose body stands literally in the code: id `<path>:<line>:<column>`. */
  reply: z.strictObject({
    /** Absent: decided while the program runs. */
    status: z.int().optional(),
    /** Names of the fields of its body, nested ones as `error.code`. */
    fields: texts,
    /** More fields may come from where nobody can see. */
    open: z.boolean(),
    code: text.optional(),
    /** Id of the endpoint whose handler sends it. */
    endpoint: text.optional(),
  }),
} as const;

export type NodeKind = keyof typeof nodeAttributes;
export type NodeAttributes = { [K in NodeKind]: z.infer<(typeof nodeAttributes)[K]> };
export type Field = z.infer<typeof fieldSchema>;
export type Reply = z.infer<typeof replySchema>;
export type DocumentRole = (typeof documentRoles)[number];
