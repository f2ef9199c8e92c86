import { main } from '@iama/command';
import { commandLine } from './command-line.ts';

await main(commandLine);
