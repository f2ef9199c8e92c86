import { join } from 'node:path';
import { testScenarios } from '@iama/testkit';
import { commandLine } from './command-line.ts';

testScenarios(join(import.meta.dirname, '../../../fixtures/scenarios'), [commandLine]);
