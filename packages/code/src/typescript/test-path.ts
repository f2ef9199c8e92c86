const folders =
  /(^|\/)(tests?|__tests__|__mocks__|__fixtures__|mocks?|fixtures?|specs?|e2e|cypress|playwright|stories|testing)\//i;
const names = /(^|[./-])(test|tests|spec|e2e-spec|e2e|mock|mocks|fixture|fixtures|stories|story|cy)\.[cm]?[jt]sx?$/i;

/** True when convention makes the file a test, a mock, a fixture or a story: what it shows is no product behaviour. */
export function isTestPath(path: string): boolean {
  return folders.test(path) || names.test(path);
}
