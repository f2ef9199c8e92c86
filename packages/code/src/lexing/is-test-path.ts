const folder =
  /(?:^|\/)(?:__tests__|(?:[\w-]+[-_])?tests?|tests[-_][\w-]+|test[-_](?:unit|integration|e2e|functional|acceptance|system)|e2e|cypress|testsuite|androidTest)\//;
const specFolder = /(?:^|\/)(?:spec|specs|features)\//;
const names = [
  /[.-](?:test|tests|spec|specs|e2e|cy|unit|integration)\.[cm]?[jt]sx?$/i,
  /^(?:test_.*|.*_tests?|conftest)\.pyi?$/,
  /_test\.(?:go|rb|exs?|dart|c|cc|cpp|cxx|erl|lua|ml|jl|zig|sh|php|rs|nim|cr)$/,
  /^test_.*\.(?:rb|c|cc|cpp|lua|jl|sh|nim|rs|m|gd|ml|el|erl)$/,
  /(?:_spec\.(?:rb|cr|lua)|_SUITE\.erl|-test\.el|_tests\.rs)$/,
  /(?:^(?:Test[A-Z]\w*|tests)|\w(?:Test|Tests|TestCase|(?<=[a-z0-9])IT|ITCase|Spec|Specs|Suite|Steps))\.(?:java|kts?|cs|fs|vb|php|scala|groovy|swift|m|mm|cpp|hs|dart|rs)$/,
  /\.(?:feature|robot|bats|t)$/,
  /^(?:unittest|gtest)[\w-]*\.(?:cc|cpp)$/,
  /^tests?\.(?:py|rs|[cm]?[jt]sx?|sh|exs|jl|R|nim|zig)$/,
];

/** True when folder or file name say, by some language's convention, that this code tests other code. */
export function isTestPath(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (folder.test(path)) return true;
  if (specFolder.test(path)) return /\.(?:rb|cr|[cm]?[jt]sx?|coffee|feature)$/.test(name);
  return names.some((one) => one.test(name));
}
