import { join } from 'node:path';
import { runInside, testScenarios } from '@iama/testkit';
import { commandLine } from './command-line.ts';

// @verifies IAMA-CLI-002
// @verifies IAMA-CLI-003
// @verifies IAMA-CLI-004
// @verifies IAMA-CLI-005
// @verifies IAMA-CLI-001
testScenarios(join(import.meta.dirname, '../../../fixtures/scenarios'), runInside([commandLine]));
