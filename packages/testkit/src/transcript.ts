import type { Said } from './run-lines.ts';

/** What was said, as a scenario keeps it. The key of a graph changes with every version of a reader: it is left out. */
export function transcript(said: readonly Said[]): string {
  return said
    .map(({ line, out, err, exit }) => {
      const errors = err === '' ? '' : `--- stderr\n${endLine(err)}`;
      return `$ ${line}\n${endLine(out)}${errors}--- exit ${exit}\n`;
    })
    .join('\n')
    .replaceAll(/"graph": "[0-9a-f]{16}"/g, '"graph": "…"');
}

function endLine(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
