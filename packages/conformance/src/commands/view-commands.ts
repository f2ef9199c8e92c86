import type { CommandSpec } from '@iama/command';
import { outputOptions, repositoryOptions } from '@iama/command';

const options = [
  {
    flags: '--only <standing>',
    says: 'only what stands on both sides, in documents, or in code',
    choices: ['both', 'specified', 'observed'],
  },
  ...outputOptions,
  ...repositoryOptions,
];

/** `iama routes`, `schema`, `codes`, `states`: what was observed beside what was specified, without judging. */
export const viewCommands: readonly CommandSpec[] = [
  {
    name: 'routes',
    summary: 'show the routes of the code beside the endpoints of the contract',
    says: 'Prints every endpoint that the contract specifies and every route that was found in code, with places and what runs before the handler. It judges nothing: `iama check --phase conformance` does.',
    options,
    examples: [{ command: 'iama routes --only observed', says: 'routes the contract does not have' }],
    load: async () => ({ run: (context) => import('./run-view.ts').then(({ runView }) => runView(context, 'routes')) }),
  },
  {
    name: 'schema',
    summary: 'show the schema after all migrations beside the schema document',
    says: 'Prints every column with type, nullability, default and allowed values on both sides. It judges nothing: `iama check --phase conformance` does.',
    options,
    examples: [{ command: 'iama schema --format md', says: 'both sides as a Markdown table' }],
    load: async () => ({ run: (context) => import('./run-view.ts').then(({ runView }) => runView(context, 'schema')) }),
  },
  {
    name: 'codes',
    summary: 'show the error codes that are sent beside those of the contract',
    says: 'Prints every error and denial code with its status on both sides. It judges nothing: `iama check --phase conformance` does.',
    options,
    examples: [{ command: 'iama codes --only specified', says: 'codes that nothing sends' }],
    load: async () => ({ run: (context) => import('./run-view.ts').then(({ runView }) => runView(context, 'codes')) }),
  },
  {
    name: 'states',
    summary: 'show the states and transitions of the code beside those of the documents',
    says: 'Prints the state machines of the documents, and the states and transitions in code that belong to them. It judges nothing: `iama check --phase conformance` does.',
    options,
    examples: [{ command: 'iama states', says: 'both sides, machine by machine' }],
    load: async () => ({ run: (context) => import('./run-view.ts').then(({ runView }) => runView(context, 'states')) }),
  },
];
