import { javascript } from './javascript-syntax.ts';
import { until } from './span-end.ts';
import type { Syntax } from './syntax.ts';
import { markup, syntaxes } from './syntax.ts';

/** XML: comments only. */
export const xml: Syntax = [markup, { kind: 'string', open: '<!\\[CDATA\\[', end: until(']]>') }];

/** HTML, Vue, Svelte and templates of servers: scripts and styles have their own comments. */
export const html: Syntax = [
  markup,
  { kind: 'code', open: '<script\\b[^>]*>', end: until('</script'), inside: () => javascript },
  { kind: 'code', open: '<style\\b[^>]*>', end: until('</style'), inside: () => syntaxes.scss },
  { kind: 'comment', open: '<%#', end: until('%>') },
  { kind: 'comment', open: '<%--', end: until('--%>') },
  { kind: 'comment', open: '\\{#', end: until('#}') },
  { kind: 'comment', open: '\\{\\{!--', end: until('--}}') },
  { kind: 'comment', open: '\\{\\{--', end: until('--}}') },
];

/** Astro: a script between `---` lines, then mark-up. */
export const astro: Syntax = [
  { kind: 'code', open: '(?<![\\s\\S])---\\r?\\n', end: until('\n---'), inside: () => javascript },
  ...html,
];
