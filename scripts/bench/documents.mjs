import { prose, sentence, things, title } from './words.mjs';

/** A product requirement document that defines `ids`, each with fields and acceptance criteria. */
export function productDocument(random, { name, ids, version }) {
  return [
    `# ${name} — Product Requirements ${version}\n`,
    `- Document ID: PRD-${name.toUpperCase()}\n- Version: ${version}.0\n- Status: approved\n- Owner: product\n`,
    `## 1. Purpose\n\n${prose(random, 4)}\n\n${prose(random, 3)}\n`,
    `## 2. Terms\n\n| Term | Meaning |\n| --- | --- |\n${things
      .slice(0, 8)
      .map((thing) => `| ${thing} | ${prose(random, 1)} |`)
      .join('\n')}\n`,
    `## 3. Scope\n\n### 3.1 In scope\n\n${bullets(random, 5)}\n\n### 3.2 Out of scope\n\n${bullets(random, 4)}\n`,
    `## 4. Functional requirements\n\n${prose(random, 2)}\n`,
    ...ids.map((id, index) => requirement(random, id, index + 1)),
    `## 5. Example\n\n\`\`\`json\n${JSON.stringify({ id: 'abc', items: things.slice(0, 4), total: 12 }, null, 2)}\n\`\`\`\n`,
    `## 6. Dependencies\n\n${prose(random, 2)} See \`${ids[0]}\` and \`${ids.at(-1)}\`.\n`,
  ].join('\n');
}

function requirement(random, id, number) {
  // Below the words after the number: two columns further in from the tenth on.
  const indent = ' '.repeat(String(number).length + 2);
  const criteria = Array.from({ length: 1 + random.below(3) }, () => `${indent}  - ${sentence(random)}`).join('\n');
  return [
    `${number}. \`${id}\` ${title(random)}`,
    `${indent}- Requirement: ${sentence(random)} ${random.below(3) === 0 ? prose(random, 1) : ''}`.trimEnd(),
    `${indent}- Priority: ${random.pick(['P0', 'P0', 'P1', 'P2'])}`,
    `${indent}- Acceptance:\n${criteria}`,
    `${indent}- Rationale: ${prose(random, 1)}\n`,
  ].join('\n');
}

function bullets(random, count) {
  return Array.from({ length: count }, () => `- ${prose(random, 1)}`).join('\n');
}

/** An API contract: endpoints with request, response, statuses and the requirements they serve. */
export function contractDocument(random, { name, ids }) {
  const endpoints = ids.map((id, index) => {
    const thing = things[index % things.length];
    const path = `/api/v1/${name}/${thing}s${index % 2 === 0 ? '' : '/:id'}/${index}`;
    const method = ['GET', 'POST', 'PATCH', 'DELETE'][index % 4];
    return [
      `### ${method} ${path}\n`,
      `Serves \`${id}\`. ${prose(random, 1)}\n`,
      `Request:\n\n\`\`\`json\n{ "${thing}_id": "string", "limit": 10 }\n\`\`\`\n`,
      `Response \`200\`:\n\n\`\`\`json\n{ "${thing}": { "id": "string", "state": "string" }, "total": 1 }\n\`\`\`\n`,
      `Errors: \`400 VALIDATION_FAILED\`, \`404 NOT_FOUND\`, \`429 RATE_LIMITED\`.\n`,
    ].join('\n');
  });
  const codes =
    '| Code | HTTP status | Meaning |\n| --- | --- | --- |\n| `VALIDATION_FAILED` | 400 | A field is wrong |\n| `NOT_FOUND` | 404 | No such thing |\n| `RATE_LIMITED` | 429 | Too many calls |\n';
  return `# ${name} — API Contract V1\n\n## 1. Endpoints\n\n${endpoints.join('\n')}\n## 2. Error codes\n\n${codes}`;
}

/** A database schema: tables in fenced SQL. */
export function schemaDocument(random, { name, ids }) {
  const tables = ids.map((id, index) => {
    const table = `${name}_${things[index % things.length]}_${index}`;
    const columns = Array.from(
      { length: 6 },
      (_, column) => `  ${things[(index + column) % things.length]}_${column} TEXT NOT NULL,`,
    );
    const sql = `CREATE TABLE ${table} (\n  id UUID PRIMARY KEY,\n${columns.join('\n')}\n  state TEXT NOT NULL DEFAULT 'NEW' CHECK (state IN ('NEW', 'DONE')),\n  created_at TIMESTAMPTZ NOT NULL DEFAULT now()\n);`;
    return `### 2.${index + 1} ${table}\n\nHolds what \`${id}\` asks for. ${prose(random, 1)}\n\n\`\`\`sql\n${sql}\n\`\`\`\n`;
  });
  return `# ${name} — Database Schema V1\n\n## 1. Conventions\n\n${prose(random, 3)}\n\n## 2. Tables\n\n${tables.join('\n')}`;
}

/** An architecture decision record. */
export function decisionDocument(random, { number, id }) {
  return [
    `# ADR-${String(number).padStart(3, '0')}: ${title(random)}\n`,
    '- Status: accepted\n- Date: 2024-05-01\n',
    `## Context\n\n${prose(random, 4)} It serves \`${id}\`.\n`,
    `## Decision\n\nWe use PostgreSQL for ${random.pick(things)}s. ${sentence(random)}\n`,
    `## Consequences\n\n${bullets(random, 4)}\n`,
  ].join('\n');
}
