import { join } from 'node:path';
import { runInside, testScenarios } from '@iama/testkit';
import { commandLine } from './command-line.ts';

testScenarios(join(import.meta.dirname, '../../../fixtures/scenarios'), runInside([commandLine]));
