import { describe, expect, it, test } from 'vitest';
import { pathParameters, readEndpointPath } from './endpoint-path.ts';
import { findEndpoints } from './find-endpoints.ts';

describe('a written path', () => {
  test.each([
    ['/jobs/{job_id}', '/jobs/:job_id'],
    ['/jobs/<job_id>', '/jobs/:job_id'],
    ['/jobs/<int:job_id>/', '/jobs/:job_id'],
    ['/jobs/:job_id', '/jobs/:job_id'],
    ['/jobs/[job_id]', '/jobs/:job_id'],
    ['/docs/[[...slug]]', '/docs/:slug'],
    ['/jobs/{id:[0-9]+}/x', '/jobs/:id/x'],
    ['/jobs/:id(\\d+)', '/jobs/:id'],
    ['/jobs/{id?}', '/jobs/:id'],
    ['/jobs/${job.id}', '/jobs/:job.id'],
    ['/channels/{channel.id#DOCS_CHANNEL/object}/x', '/channels/:channel.id/x'],
    ['https://api.test/v1/jobs?limit=2', '/v1/jobs'],
    ['http://{portal}/v1/jobs', '/v1/jobs'],
    ['{{base_url}}/jobs', '/jobs'],
    ['SITE_ROOT/jobs/', '/jobs'],
    ['/jobs{?page,limit}', '/jobs'],
    ['/files/*', '/files/*'],
    ['/', '/'],
  ])('%s is %s', (written, path) => {
    expect(readEndpointPath(written)?.path).toBe(path);
  });

  test.each(['/jobs/.../steps', '/jobs/…', '/jobs and others'])('%s is none', (written) => {
    expect(readEndpointPath(written)).toBeUndefined();
  });

  it('keeps the host and the names of its query', () => {
    expect(readEndpointPath('https://API.test/jobs?limit=2&after={id}#top')).toEqual({
      path: '/jobs',
      host: 'api.test',
      query: ['limit', 'after'],
    });
    expect(pathParameters('/a/:b/c/:d.json')).toEqual(['b', 'd.json']);
  });
});

describe('a line', () => {
  test.each([
    ['GET /jobs', ['GET /jobs']],
    ['**`POST /jobs` · public** — create', ['POST /jobs']],
    ['`GET|POST /jobs`', ['GET /jobs', 'POST /jobs']],
    ['PUT and PATCH /jobs/:id', ['PUT /jobs/:id', 'PATCH /jobs/:id']],
    ['Create a job (`POST /jobs`)', ['POST /jobs']],
    ['`/jobs/{id}` [DELETE]', ['DELETE /jobs/:id']],
    ['POST /jobs/:id/hold|release', ['POST /jobs/:id/hold', 'POST /jobs/:id/release']],
    ['WebSocket /live/:room', ['WS /live/:room']],
    ['从 GET /jobs，返回列表', ['GET /jobs']],
    ['Please GET the docs/jobs page', []],
    ['POST // comment', []],
    ['GET /jobs/.../steps', []],
  ])('%s names %j', (line, named) => {
    expect(
      findEndpoints(line).flatMap(({ methods, path }) => methods.map((method) => `${method} ${path.path}`)),
    ).toEqual(named);
  });
});
