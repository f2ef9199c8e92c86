export { codeReaders } from './readers.ts';
export { codeResolvers } from './resolvers.ts';
