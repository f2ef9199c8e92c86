/**
 * The arrows between the rooms. A rule that only forbids is a paragraph; its comment says what to do instead.
 *
 * @implements IAMA-TOOL-002
 */

const libraries = ['model', 'sql', 'core', 'code', 'gate', 'report', 'command'];

/** Which room may import which. What is absent here is a phase: see `phases-import-…`. */
const arrows = {
  model: { may: [], why: 'model says what things are and stands alone. Behaviour belongs to the room that acts.' },
  sql: { may: ['model'], why: 'sql reads SQL text for whoever holds it: core from documents, code from migrations.' },
  core: {
    may: ['model', 'sql'],
    why: 'core turns documents into the graph. It never judges, prints or reads code.',
  },
  code: {
    may: ['model', 'sql'],
    why: 'code reads the observed side into facts. Storing them is the work of core, called by command.',
  },
  gate: {
    may: ['model'],
    why: 'gate sees the graph through the GraphView of model, so that a gate can be run over values in memory.',
  },
  report: {
    may: ['model'],
    why: 'A reporter makes text of a report or a view. If it needs more, that thing is missing in the report.',
  },
  command: {
    may: ['model', 'sql', 'core', 'code', 'gate', 'report'],
    why: 'command serves every phase alike and knows none of them.',
  },
};

const alternatives = (names) => names.join('|');

/** Everything that is no phase of the workflow. */
const notAPhase = `^packages/(?:${alternatives([...libraries, 'agent', 'iama', 'testkit'])})/`;
/** Where a phase meets the command line; tests go in and out. */
const door = '/src/(?:index|bin)\\.ts$|/src/commands/|\\.test\\.ts$';

const roomRules = Object.entries(arrows).map(([room, { may, why }]) => ({
  name: `${room}-keeps-its-arrows`,
  comment: why,
  severity: 'error',
  from: { path: `^packages/${room}/src` },
  to: { path: '^packages/', pathNot: `^packages/(${alternatives([room, ...may])})/` },
}));

/** Third-party code that only one place may use: where, and why. */
const owners = [
  [
    'sql-lives-in-core-graph',
    'better-sqlite3',
    '^packages/core/src/graph/',
    'SQL stands in core/src/graph only, one question a file: a plan can be tested there.',
  ],
  [
    'markdown-lives-in-core',
    'unified|remark-[^/]+|satteri|mdast-[^/]+',
    '^packages/core/',
    'A document is parsed once, in core. A gate that needs more needs a new fact.',
  ],
  [
    'code-parsers-live-in-code',
    'oxc-parser|@lezer/[^/]+',
    '^packages/code/',
    'Code is parsed once, in code. A gate that needs more needs a new fact.',
  ],
  [
    'sql-parser-lives-in-sql',
    'libpg-query',
    '^packages/sql/',
    'SQL of documents and SQL of code are read by one parser behind one door.',
  ],
  [
    'arguments-live-in-command',
    'commander',
    '^packages/command/',
    'One command line for every package: a phase declares its commands, command parses.',
  ],
  [
    'colour-lives-in-report',
    'chalk',
    '^packages/report/',
    'What is coloured is decided by reporters, which also know when not to.',
  ],
  [
    'tests-tools-live-in-tests',
    'vitest|fast-check',
    '(^packages/testkit/|\\.test\\.ts$|^scripts/)',
    'Test tools are installed for development only: published code would not find them.',
  ],
].map(([name, packages, place, comment]) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^packages/', pathNot: place },
  to: { path: `node_modules/(?:${packages})/` },
}));

export default {
  forbidden: [
    ...roomRules,
    ...owners,
    {
      name: 'phases-do-not-import-phases',
      comment: 'Each phase also runs alone. What two phases share belongs to model, gate or core.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/src', pathNot: notAPhase },
      to: { path: '^packages/', pathNot: '^packages/($1|model|gate|command|testkit)/' },
    },
    {
      name: 'only-the-door-of-a-phase-knows-command',
      comment:
        'index.ts, bin.ts and commands/ introduce a phase to the command line. What they call works without one.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/src', pathNot: `${notAPhase}|${door}` },
      to: { path: '^packages/command/' },
    },
    {
      name: 'gates-and-views-are-pure',
      comment:
        'A gate or view, and what it is made of, is a function of the graph: no disk, clock, process or terminal. New evidence is a new fact.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/src', pathNot: `${notAPhase}|${door}|/src/acts/` },
      to: { pathNot: '^packages/(model|gate)/|^packages/$1/src/(?!index|bin|commands/|acts/)' },
    },
    {
      name: 'libraries-do-not-import-tests',
      comment: 'testkit is not published; only tests may use it.',
      severity: 'error',
      from: { path: '^packages/', pathNot: '(^packages/testkit/|\\.test\\.ts$)' },
      to: { path: '(^packages/testkit/|\\.test\\.ts$)' },
    },
    {
      name: 'process-lives-in-main',
      comment: 'Arguments, environment and streams enter through Io, so that every command can be run inside a test.',
      severity: 'error',
      from: { path: '^packages/', pathNot: '(^packages/command/src/main\\.ts$|^packages/testkit/|\\.test\\.ts$)' },
      to: { path: '^(node:)?process$' },
    },
    {
      name: 'no-deep-imports',
      comment:
        'A package is entered through its name. A relative path into another package may load a second copy of it.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/', pathNot: '^packages/($1/|[^/]+/src/index\\.ts$)' },
    },
    {
      name: 'no-circular',
      comment: 'Two files that call each other are one file, or the shared part is a third. Types may name each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      comment:
        'An import that is not declared in the package.json of its package works by luck here and fails when installed.',
      severity: 'error',
      from: { path: '^packages/' },
      // @types/mdast has types only: nothing to resolve, and the compiler sees it.
      to: { couldNotResolve: true, pathNot: '^mdast$' },
    },
    {
      name: 'no-development-dependency',
      comment: 'A published file may import only what its package installs.',
      severity: 'error',
      from: { path: '^packages/', pathNot: '(^packages/(testkit|iama)/|\\.test\\.ts$)' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^packages/[^/]+/dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
