import { things, verbs } from './words.mjs';

/** An Express router with five routes, and the service it calls. */
export function routerFiles(random, number) {
  const thing = things[number % things.length];
  const routes = ['get', 'post', 'put', 'patch', 'delete'].map((method, index) => {
    const path = index === 0 ? `/${thing}s` : `/${thing}s/:${thing}_id/${random.pick(verbs)}-${index}`;
    return `router.${method}('${path}', requireUser, async (request, response) => {
  const answer = await service.${verbs[index]}(request.params.${thing}_id, request.body);
  if (!answer) return response.status(404).json({ error: { code: 'NOT_FOUND', message: '${thing}' } });
  response.status(200).json({ ${thing}: answer, request_id: request.id });
});
`;
  });
  const router = `import { Router } from 'express';\nimport { requireUser } from '../../guards.js';\nimport * as service from './service.js';\n\nexport const router = Router();\n\n${routes.join('\n')}`;
  const functions = verbs.slice(0, 5).map(
    (verb) => `export async function ${verb}(id: string, body: unknown): Promise<Row | undefined> {
  const { rows } = await pool.query('SELECT id, state, owner_id FROM area_${number % 300} WHERE id = $1 AND state = $2', [id, 'NEW']);
  if (rows.length > ${random.below(9)}) throw new ApiError('CONFLICT', 409, JSON.stringify(body));
  return rows[0];
}
`,
  );
  const service = `import { ApiError } from '../../errors.js';\nimport { pool, type Row } from '../../pool.js';\n\n${functions.join('\n')}`;
  return { router, service };
}

/** The file that mounts every router below its own prefix. */
export function serverFile(count) {
  const numbers = Array.from({ length: count }, (_, number) => number);
  const imports = numbers.map(
    (number) => `import { router as router${number} } from './areas/area-${number}/router.js';`,
  );
  const mounts = numbers.map((number) => `app.use('/api/v1/area-${number}', router${number});`);
  return `import express from 'express';\n${imports.join('\n')}\n\nexport const app = express();\n${mounts.join('\n')}\n`;
}

/** A client that calls the router of one area. */
export function clientFile(random, number) {
  const thing = things[number % things.length];
  const calls = verbs.slice(0, 4).map(
    (verb) => `export async function ${verb}${number}(id: string): Promise<unknown> {
  const response = await fetch(\`/api/v1/area-${number}/${thing}s\`, { method: '${random.pick(['GET', 'POST'])}' });
  if (!response.ok) throw new Error(id);
  return response.json();
}
`,
  );
  return calls.join('\n');
}

/** A FastAPI module with four routes. */
export function pythonRouter(random, number) {
  const thing = things[number % things.length];
  const routes = ['get', 'post', 'put', 'delete'].map(
    (method, index) => `@router.${method}("/${thing}s/{${thing}_id}/${random.pick(verbs)}-${index}")
async def ${method}_${thing}_${index}(${thing}_id: str, session: Session = Depends(get_session)):
    row = session.execute(text("SELECT id, state FROM area_${number % 300} WHERE id = :id"), {"id": ${thing}_id}).first()
    if row is None:
        raise HTTPException(status_code=404, detail={"code": "NOT_FOUND"})
    return {"id": row.id, "state": row.state}
`,
  );
  return `from fastapi import APIRouter, Depends, HTTPException\nfrom sqlalchemy import text\nfrom sqlalchemy.orm import Session\n\nfrom app.session import get_session\n\nrouter = APIRouter(prefix="/py/area-${number}")\n\n\n${routes.join('\n\n')}`;
}

/** A migration: every third one alters what the one before it made. */
export function migrationFile(number) {
  if (number % 3 === 2) {
    return `ALTER TABLE area_${number - 1} ADD COLUMN note_${number} TEXT;\nCREATE INDEX area_${number - 1}_note ON area_${number - 1} (note_${number});\n`;
  }
  return `CREATE TABLE area_${number} (
  id UUID PRIMARY KEY,
  owner_id UUID NOT NULL${number > 0 && (number - 1) % 3 !== 2 ? ` REFERENCES area_${number - 1} (id)` : ''},
  state TEXT NOT NULL DEFAULT 'NEW' CHECK (state IN ('NEW', 'BUSY', 'DONE')),
  amount NUMERIC(12, 2) NOT NULL,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
`;
}
