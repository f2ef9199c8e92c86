export { annotations } from './annotations/annotations.ts';
export { codeReaders } from './readers.ts';
export { codeResolvers } from './resolvers.ts';
