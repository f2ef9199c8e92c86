import { things, verbs } from './words.mjs';

/** A TypeScript file with a function for each requirement, annotated. */
export function typescriptSource(random, ids) {
  const functions = ids.map((id, index) => {
    const [verb, thing] = [random.pick(verbs), random.pick(things)];
    return `/**
 * Tries to ${verb} one ${thing}.
 * @implements ${id}
 */
export async function ${verb}${thing[0].toUpperCase()}${thing.slice(1)}${index}(request: Request, store: Store): Promise<Answer> {
  const found = await store.find('${thing}', request.id, { limit: ${random.below(90) + 10} });
  if (found === undefined) return { status: 404, body: { code: 'NOT_FOUND' } };
  return { status: 200, body: { id: found.id, state: found.state } };
}
`;
  });
  return `import type { Answer, Request, Store } from '../server.ts';\n\n${functions.join('\n')}`;
}

/** A TypeScript test file whose titles name the requirements they verify. */
export function typescriptTest(random, ids) {
  const tests = ids.map((id) => {
    const thing = random.pick(things);
    return `  it('${id} answers with the ${thing} it was asked for', async () => {
    const answer = await ask({ id: '${thing}-${random.below(1000)}' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ state: 'DONE' });
  });
`;
  });
  return `import { describe, expect, it } from 'vitest';\nimport { ask } from './ask.ts';\n\ndescribe('${random.pick(things)}s', () => {\n${tests.join('\n')}});\n`;
}

/** A Python module with a function for each requirement, annotated. */
export function pythonSource(random, ids) {
  const functions = ids.map((id, index) => {
    const [verb, thing] = [random.pick(verbs), random.pick(things)];
    return `# @implements ${id}
def ${verb}_${thing}_${index}(request, store):
    """Tries to ${verb} one ${thing}."""
    found = store.find("${thing}", request.id, limit=${random.below(90) + 10})
    if found is None:
        return Answer(status=404, body={"code": "NOT_FOUND"})
    return Answer(status=200, body={"id": found.id, "state": found.state})
`;
  });
  return `from server import Answer\n\n\n${functions.join('\n\n')}`;
}

/** A pytest file whose test names and comments name the requirements they verify. */
export function pythonTest(random, ids) {
  const tests = ids.map((id, index) => {
    const thing = random.pick(things);
    return `# @verifies ${id}
def test_${thing}_${index}_is_answered(ask):
    answer = ask(id="${thing}-${random.below(1000)}")
    assert answer.status == 200
    assert answer.body["state"] == "DONE"
`;
  });
  return `from server import ask\n\n\n${tests.join('\n\n')}`;
}
