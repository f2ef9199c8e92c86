import type { PythonModuleReader } from './python-module-reader.ts';
import { pythonScriptReader } from './script-reader.ts';

/** Everything that reads parsed Python. A new matter is one line here. */
export const pythonModuleReaders: readonly PythonModuleReader[] = [pythonScriptReader];
