import * as z from 'zod';
import { strengths } from './strength.ts';
import { valueSchema } from './value.ts';

const texts = z.array(z.string());
const text = z.string();
const tokens = z.array(z.strictObject({ text, line: z.int() }));

/** What documents say in comparable form, so that two of them can be held against each other. */
export const comparedKinds = {
  /**
   * A number that one sentence binds to a named thing. The id is what it is about: `access token/lifetime/s`, or the
   * identifier it is bound to.
   */
  statement: z.strictObject({
    /** Words of the thing, singular, in order; one identifier when it is bound to one. */
    subject: text,
    attribute: text,
    /** How the number is bound: to an identifier, to a name with the attribute in it, by a verb, or only by its words. */
    by: z.enum(['identifier', 'name', 'verb', 'words']),
    bound: z.enum(['exact', 'most', 'least', 'default']),
    value: valueSchema,
    written: text,
    /** The sentence it stands in. */
    words: text,
    strength: z.enum(strengths),
    /** What narrows it: names and versions in the same clause. */
    qualifiers: texts,
    /** Requirements the sentence or row names, and the one whose definition it stands in. */
    ids: texts,
    owner: text.optional(),
  }),
  /** How many of something a place says there are: `nine states`, `19 endpoints`. The id is the noun, singular. */
  count: z.strictObject({
    number: z.int(),
    noun: text,
    /** Words before the noun, as `core` of `19 core tables`. */
    adjectives: texts,
    version: text.optional(),
    /** The sections it counts in, when it names them, a range as `2–11`; `in` is the document as written. */
    sections: texts,
    in: text.optional(),
    /** How many items the list or the names right behind it hold. */
    listed: z.int().optional(),
    /** It claims to count all there are of its kind. */
    total: z.boolean(),
    words: text,
  }),
  /** A table as written. id `<path>#<section>/<ordinal>`. */
  grid: z.strictObject({
    /** Normalised labels of the columns; the first is that of the row labels. */
    columns: texts,
    headers: texts,
    rows: z.array(
      z.strictObject({ line: z.int(), label: text, written: text, cells: texts, values: z.array(valueSchema) }),
    ),
  }),
  /** A numbered or bulleted list, with what continues it in the same section. id `<path>#<section>/<ordinal>`. */
  list: z.strictObject({
    labels: texts,
    lines: z.array(z.int()),
    /** The words right before it. */
    lead: text,
  }),
  /** A place that points at a section, a document or a heading. */
  pointer: z.strictObject({
    to: z.enum(['section', 'document']),
    /** As written: `5.1`; two for a range. Empty: the document as a whole. */
    sections: texts,
    /** The document as it names it; absent: the one it stands in. */
    document: text.optional(),
    /** Behind `#`. */
    fragment: text.optional(),
    form: z.enum(['reference', 'link', 'path']),
    /** The words of its clause before it. */
    lead: text,
    /** What it says stands there: words beside the reference. */
    topic: text.optional(),
    /** Names in the same sentence, and in the whole item or paragraph. */
    names: texts,
    around: texts,
    /** Documents named in the same item or paragraph. */
    documents: texts,
    words: text,
  }),
  /** What a reader of another language would compare in one section or requirement. id `<path>#<anchor>`. */
  passage: z.strictObject({
    anchor: text,
    /** Numbers, names in code spans and identifiers, each with the line it first stands on; every word of obligation. */
    numbers: tokens,
    names: tokens,
    strengths: tokens,
    /** Versions named in its lines: `V2`. */
    versions: tokens,
    /** Identifiers in its fences. */
    coded: tokens,
    /** Fragments its lines set by hand: `<a id="terms">`. */
    anchors: texts,
    /** Latin words and numbers as they are, its heading included, where the document has a language: what survives in any script. */
    words: texts,
    lastLine: z.int(),
    /** Parts of it were lost to an encoding error. */
    damaged: z.boolean(),
  }),
  /** A list or sentence that says which document wins over which, highest first. */
  ranking: z.strictObject({
    entries: z.array(z.strictObject({ said: text, names: texts, line: z.int() })),
  }),
} as const;
