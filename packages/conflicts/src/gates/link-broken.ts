import { defineGate } from '@iama/gate';
import { brokenLinks } from '../broken-links.ts';

export const linkBroken = defineGate({
  id: 'conflicts/link-broken',
  title: 'A link leads to a document and a heading that exist',
  phase: 1,
  severity: 'error',
  since: '0.1.0',
  source: '§4',
  rationale:
    'A reader who is sent to a document that is not there decides without it. Case counts: what works on one machine fails on the next. Links to Markdown documents and to their headings are followed; a path in a code span is only held to its case. Addresses elsewhere and files of other kinds are not looked at.',
  hint: 'Point the link at the document that exists, or write the document',
  reads: ['pointer', 'document', 'section', 'passage'],
  messages: {
    missing: ({ target, nearest }: { target: string; nearest?: string | undefined }) =>
      `\`${target}\` does not exist${nearest === undefined ? '' : `; the nearest document is \`${nearest}\``}`,
    case: ({ target, nearest }: { target: string; nearest?: string | undefined }) =>
      `\`${target}\` does not exist: the document is called \`${nearest}\``,
    fragment: ({ target, nearest }: { target: string; nearest?: string | undefined }) =>
      `\`${target}\`: the document has no such heading${nearest === undefined ? '' : `; the nearest is “${nearest}”`}`,
    fragments: ({ target, count }: { target: string; count: number }) =>
      `${count} headings that are linked do not exist in \`${target}\``,
  },
  examples: [
    {
      name: 'a document, a heading and a case that do not exist',
      files: {
        'docs/README.md':
          '# Index\n\n- [Runbook](dev/RUNBOOK.md)\n- [Archival](prd.md#archival)\n- [Guide](Guide.md), again [the guide](./Guide.md)\n',
        'docs/prd.md': '# Requirements\n\n## Keeping\n\nText\n',
        'docs/guide.md': '# Guide\n\nText\n',
      },
      expect: ['docs/README.md:3 missing', 'docs/README.md:4 fragment', 'docs/README.md:5 case'],
    },
    {
      name: 'a path in a code span has another case',
      files: { 'README.md': '# Project\n\nRules: `AGENT.MD`, and see `other.md`.\n', 'agent.md': '# Rules\n\nText\n' },
      expect: ['README.md:3 case'],
    },
    {
      name: 'a table of contents lags behind',
      files: {
        'README.md':
          '# Project\n\n[a](prd.md#one) [b](prd.md#two)\n\n[c](prd.md#three) [d](prd.md#four) [e](prd.md#five)\n',
        'prd.md': '# Requirements\n\n## Five\n\nText\n',
      },
      expect: ['README.md:3 fragments'],
    },
    {
      name: 'addresses elsewhere, templates, other files and example names',
      files: {
        'README.md':
          '# Project\n\n[a](https://example.com/x.md) [b](docs/prd.md#31-identity--account) [c](#setup) [d](image.png) [e]({{ url }}.md) `report-2025.md` [f](../outside/x.md)\n\n## Setup\n\nText\n',
        'docs/prd.md':
          '# Requirements\n\n### 3.1 Identity & Account\n\n<a id="by-hand"></a>Text, see [here](#by-hand)\n',
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    for (const { fault, target, nearest, places } of brokenLinks(graph)) {
      const [first, ...rest] = places;
      if (!first) continue;
      const related = rest.map(({ at }) => ({ note: 'the same target', at }));
      const elsewhere = { subject: target, related };
      if (fault === 'fragments')
        yield found.fragments({ target, count: places.length }, first, { ...elsewhere, keys: [first.at.path] });
      else yield found[fault]({ target, nearest }, first, elsewhere);
    }
  },
});
