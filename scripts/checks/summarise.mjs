/**
 * Runs checks one after the other and prints a line for each result, the failures at the end, and as last line
 * `N passed, M failed`. Answers the exit code.
 *
 * A check is `{ name, run() }`; `run` answers results `{ name, passed, failed, note, details }`.
 */
export async function summarise(checks, out) {
  const started = performance.now();
  const results = [];
  for (const check of checks) {
    const from = performance.now();
    const answers = await runOne(check);
    const seconds = ((performance.now() - from) / 1000).toFixed(1);
    answers.forEach((answer, index) => {
      results.push(answer);
      out(resultLine(answer, index === answers.length - 1 ? `${seconds} s` : ''));
    });
  }
  for (const result of results.filter((one) => one.failed > 0)) {
    out(`\n── ${result.name} ${'─'.repeat(Math.max(0, 74 - result.name.length))}\n${result.details.trimEnd()}\n`);
  }
  const passed = results.reduce((sum, one) => sum + one.passed, 0);
  const failed = results.reduce((sum, one) => sum + one.failed, 0);
  out(`\n${results.length} checks in ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
  out(`${passed} passed, ${failed} failed\n`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

async function runOne(check) {
  try {
    const answers = await check.run();
    if (answers.length > 0) return answers;
    return [{ name: check.name, passed: 0, failed: 1, note: '', details: 'the check looked at nothing' }];
  } catch (error) {
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return [{ name: check.name, passed: 0, failed: 1, note: 'the check itself broke', details }];
  }
}

function resultLine({ name, failed, note }, time) {
  const line = `${failed === 0 ? 'ok  ' : 'FAIL'}  ${name.padEnd(10)} ${note.padEnd(52)} ${time}`;
  return `${line.trimEnd()}\n`;
}
