import type { Reader, Resolver } from '@iama/model';

/** Every reader and resolver there is, documents first. Imported when a graph is opened, not before. */
export async function allReaders(): Promise<{ readers: Reader[]; resolvers: Resolver[] }> {
  const [core, code] = await Promise.all([import('@iama/core'), import('@iama/code')]);
  return {
    readers: [core.markdownReader(), core.openapiReader(), ...code.codeReaders],
    resolvers: [core.openapiResolver, ...code.codeResolvers],
  };
}
