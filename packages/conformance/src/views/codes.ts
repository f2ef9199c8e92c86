import { defineView } from '@iama/gate';
import { errorCodes } from '../error-codes.ts';

/** Error codes as specified beside error codes as sent. */
export const codes = defineView({
  id: 'conformance/codes',
  title: 'Error codes',
  reads: ['error-code', 'endpoint', 'document'],
  columns: [
    { key: 'code', title: 'Code' },
    { key: 'state', title: 'Standing' },
    { key: 'contract', title: 'Contract status' },
    { key: 'sent', title: 'Sent with' },
    { key: 'places', title: 'Places' },
  ],
  *rows(graph) {
    const { specified, observed } = errorCodes(graph);
    for (const code of [...new Set([...specified.keys(), ...observed.keys()])].sort()) {
      const said = specified.get(code);
      const sent = observed.get(code);
      const statuses = (nodes: typeof said) =>
        [
          ...new Set(
            (nodes ?? []).flatMap(({ attributes }) =>
              attributes.httpStatus === undefined ? [] : [attributes.httpStatus],
            ),
          ),
        ].join(', ');
      yield {
        code: { text: code },
        state: { text: said && sent ? 'both' : said ? 'contract only' : 'code only' },
        contract: { text: statuses(said) },
        sent: { text: statuses(sent) },
        places: [...(said ?? []), ...(sent ?? [])].map(({ at }) => ({ text: `${at.path}:${at.line}`, at })),
      };
    }
  },
});
