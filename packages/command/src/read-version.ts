import { createRequire } from 'node:module';

/** The version in the `package.json` above the folder of the module whose URL is given. */
export function readVersion(moduleUrl: string): string {
  return (createRequire(moduleUrl)('../package.json') as { version: string }).version;
}
