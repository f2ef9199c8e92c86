interface Marks {
  readonly tool: string;
  readonly up: RegExp;
  readonly down: RegExp;
}

const marks: readonly Marks[] = [
  { tool: 'goose', up: /^--\s*\+goose\s+Up\b.*$/im, down: /^--\s*\+goose\s+Down\b.*$/im },
  { tool: 'sql-migrate', up: /^--\s*\+migrate\s+Up\b.*$/im, down: /^--\s*\+migrate\s+Down\b.*$/im },
  { tool: 'dbmate', up: /^--\s*migrate:up\b.*$/im, down: /^--\s*migrate:down\b.*$/im },
  { tool: 'node-pg-migrate', up: /^--\s*up migration\s*$/im, down: /^--\s*down migration\s*$/im },
  { tool: 'play', up: /^(?:#|--)\s*---?\s*!Ups.*$/im, down: /^(?:#|--)\s*---?\s*!Downs.*$/im },
  { tool: 'rambler', up: /^--\s*rambler up\s*$/im, down: /^--\s*rambler down\s*$/im },
  { tool: 'shmig', up: /^--\s*=+\s*UP\s*=+\s*$/im, down: /^--\s*=+\s*DOWN\s*=+\s*$/im },
  { tool: 'tern', up: /(?!)/, down: /^-{2,}\s*create above \/ drop below\s*-{2,}.*$/im },
  { tool: 'liquibase', up: /^--\s*liquibase formatted sql\b.*$/im, down: /(?!)/ },
];

export interface UpPart {
  /** As long as the file: what is for going back is blank. */
  readonly text: string;
  readonly tool?: string;
  /** The file also says how to go back. */
  readonly hasDown: boolean;
}

/** Takes the way back out of a file that holds both ways, without moving a character. */
export function upPart(text: string): UpPart {
  for (const { tool, up, down } of marks) {
    const back = down.exec(text);
    const forth = up.exec(text);
    if (!back && !forth) continue;
    if (!back)
      return {
        text: tool === 'play' && forth ? blank(text, 0, forth.index + forth[0].length) : text,
        tool,
        hasDown: false,
      };
    const end = forth && forth.index > back.index ? forth.index : text.length;
    const kept = blank(text, back.index, end);
    return {
      text: tool === 'play' && forth ? blank(kept, 0, forth.index + forth[0].length) : kept,
      tool,
      hasDown: true,
    };
  }
  return { text, hasDown: false };
}

function blank(text: string, from: number, to: number): string {
  return text.slice(0, from) + text.slice(from, to).replace(/[^\r\n]/g, ' ') + text.slice(to);
}
