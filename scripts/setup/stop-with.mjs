/** Ends set-up with a sentence for a person: what is wrong, and what to do. */
export function stopWith(what, todo) {
  process.stderr.write(`\nset-up stopped: ${what}\n${todo.map((line) => `  ${line}\n`).join('')}`);
  process.exit(1);
}
