import { join } from 'node:path';
import { runInside, testPage } from '@iama/testkit';
import { commandLine } from './command-line.ts';

const root = join(import.meta.dirname, '../../..');

testPage(join(root, 'README.md'), join(root, 'fixtures'), ['iama'], runInside([commandLine]));
