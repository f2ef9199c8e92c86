import type { Place, Problem } from '@iama/model';
import type { Router } from '../../routes/router.ts';
import type { Program } from '../program/program.ts';
import type { MadeValue, Value } from '../program/value.ts';

/** What a framework may ask and tell while routers are made of what the program made. */
export interface PythonRoutes {
  readonly program: Program;
  /** The router a value is, whatever framework's; undefined when it is none. */
  routerOf(value: Value | undefined): Router | undefined;
  /** Routers of which another with the same routes stands under another prefix. */
  readonly stoodIn: Set<Router>;
  tell(problem: Problem): void;
  /** A path that is not constant. */
  tellOpen(at: Place, words: string): void;
}

/** One web framework of Python: which things made by packages are its routers, and what was done to them means. */
export interface PythonFramework {
  readonly name: string;
  /** Modules that show a file uses it. */
  readonly packages: RegExp;
  /** Annotations and names of parameters that are its routers. */
  readonly types: RegExp;
  /** A router, still empty, when a package made one. */
  open(made: MadeValue, routes: PythonRoutes): Router | undefined;
  /** Lays everything that was done to it. */
  fill(router: Router, made: MadeValue, routes: PythonRoutes): void;
}
