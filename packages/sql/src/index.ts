export { prepareSql } from './parser.ts';
