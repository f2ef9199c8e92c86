/**
 * What tells endpoints apart: `POST /api/v1/jobs/:job_id/start` → `POST /api/v1/jobs/:/start`. Names of parameters and a
 * slash at the end do not.
 */
export function endpointShape(id: string): string {
  return id
    .replace(/(?<=\/)(?::\w+(?:\([^)]*\))?[?*+]?|\{[^}]*\}|<[^>]*>|\[[^\]]*\]|\*\w*)/g, ':')
    .replace(/(?<=.)\/+$/, '');
}
