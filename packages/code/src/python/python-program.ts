import type { Resolver } from '@iama/model';
import { Program } from './program/program.ts';
import type { PythonScript } from './program/script.ts';
import { composePythonRoutes } from './routes/compose-python-routes.ts';

/** What all Python files say together: routes with their full paths. */
export const pythonProgram: Resolver = {
  name: 'python-program',
  version: 1,
  parts: ['python-script'],
  resolve(parts, settings) {
    const scripts = parts.filter((part) => part.kind === 'python-script').map((part) => part.data as PythonScript);
    if (scripts.length === 0) return { nodes: [], edges: [], problems: [] };
    const program = new Program(scripts);
    program.runAll();
    return composePythonRoutes(program, settings);
  },
};
