import { describe, expect, it } from 'vitest';
import { annotations } from './annotations.ts';

function mentionsIn(path: string, text: string, idPatterns: string[] = []): string[] {
  const { mentions } = annotations.read({ path, text }, { idPatterns });
  return mentions.map(
    (one) => `${one.at.line}:${one.at.column} ${one.verb ?? '-'} ${one.token}${one.negated ? ' negated' : ''}`,
  );
}

// @verifies IAMA-CODE-001
describe('annotations', () => {
  it.each([
    ['src/a.ts', '// @implements FR-001', ['1:16 implements FR-001']],
    ['src/a.ts', 'f(); // FR-001: why', ['1:9 - FR-001']],
    [
      'src/a.ts',
      '/**\n * Logs in.\n * @implements V1-FR-AUTH-003A, V1-FR-AUTH-004\n */',
      ['3:16 implements V1-FR-AUTH-003A', '3:33 implements V1-FR-AUTH-004'],
    ],
    ['src/a.ts', 'const a = "FR-001"; // FR-002', ['1:24 - FR-002']],
    ['src/a.ts', 'const a = `x ${b} // FR-001`; const c = /"/; // FR-002', ['1:49 - FR-002']],
    ['src/a.ts', 'const a = b / c; // FR-002 / "', ['1:21 - FR-002']],
    ['src/a.ts', '/** @implements {Disposable} */ class A implements Base64 {}', []],
    [
      'src/a.ts',
      '// Requirement: FR-001..FR-003',
      ['1:17 requires FR-001', '1:17 requires FR-002', '1:17 requires FR-003'],
    ],
    [
      'src/a.ts',
      '// Requirements: FR-001 through FR-002 and NFR-7',
      ['1:18 requires FR-001', '1:18 requires FR-002', '1:44 requires NFR-7'],
    ],
    ['src/a.ts', '// Implements FR-001/002', ['1:15 implements FR-001', '1:22 implements FR-002']],
    ['src/a.ts', '// Does not implement FR-001', ['1:23 - FR-001 negated']],
    ['src/a.ts', `// ${'TO'}DO FR-001 quota`, ['1:9 - FR-001 negated']],
    [
      'src/a.ts',
      '// Implements:\n//  - FR-001 login\n//  - FR-002 logout\n// see FR-003',
      ['2:7 implements FR-001', '3:7 implements FR-002', '4:8 - FR-003'],
    ],
    ['src/a.ts', '/* @req FR-001,\n   FR-002 */', ['1:9 requires FR-001', '2:4 requires FR-002']],
    ['src/a.ts', '// [impl->req~login~1]', ['1:11 implements req~login~1']],
    ['src/a.ts', '// [utest->dsn~a.b~1,dsn~c~2]', ['1:12 verifies dsn~a.b~1', '1:22 verifies dsn~c~2']],
    [
      'src/a.rs',
      '// r[impl auth.token.valid] and r[verify auth.x]',
      ['1:11 implements auth.token.valid', '1:42 verifies auth.x'],
    ],
    [
      'src/a.rs',
      '/* outer /* FR-001 */ FR-002 */ let a: &\'a str = r#"FR-003"#; // FR-004',
      ['1:13 - FR-001', '1:23 - FR-002', '1:66 - FR-004'],
    ],
    ['src/a.py', '# Req: FR-001\nx = "FR-002"\n', ['1:8 requires FR-001']],
    [
      'src/a.py',
      'def f(a,\n      b):\n    """Does it.\n\n    Implements: FR-001\n    """\n    return """FR-002"""\n',
      ['5:17 implements FR-001'],
    ],
    ['src/a.py', '"""Module, FR-001."""\nd = {"a":\n "FR-002"}\n', ['1:12 - FR-001']],
    ['src/a.go', '// Foo covers FR-001\nvar s = `FR-002`\n', ['1:15 - FR-001']],
    ['a.sql', "-- @implements FR-001\ninsert into a values ('it''s -- FR-002');", ['1:16 implements FR-001']],
    ['a.sh', 'echo "# FR-001" # FR-002\ncat <<EOF\n# FR-003\nEOF\n# FR-004 ${#a}', ['1:19 - FR-002', '5:3 - FR-004']],
    ['a.tf', '# Implements FR-001\na = "# FR-002"\n', ['1:14 implements FR-001']],
    [
      'a.yaml',
      "# Req: FR-001\na: don't # FR-002\nb: '# FR-003'\nc: |\n  # FR-004\nd: 1 # FR-005\n",
      ['1:8 requires FR-001', '2:12 - FR-002', '6:8 - FR-005'],
    ],
    ['Dockerfile', 'FROM a\n# @req FR-001\nRUN echo # FR-002', ['2:8 requires FR-001']],
    ['a.lua', '--[[ FR-001 ]] x = [[ FR-002 ]] -- FR-003', ['1:6 - FR-001', '1:36 - FR-003']],
    ['a.hs', '{- FR-001 {- x -} -} a = "-- FR-002"', ['1:4 - FR-001']],
    [
      'a.vue',
      '<!-- FR-001 -->\n<p>FR-002 // FR-003</p>\n<script>\n// FR-004\n</script>',
      ['1:6 - FR-001', '4:4 - FR-004'],
    ],
    ['a.graphql', '"""\nFR-001\n"""\ntype A { a: String # FR-002\n}', ['2:1 - FR-001', '4:22 - FR-002']],
    ['a.ex', '@doc """\nFR-001\n"""\nx = """\nFR-002\n"""', ['2:1 - FR-001']],
    ['a.rb', 'x = "#{a} FR-001" # FR-002\n=begin\nFR-003\n=end\n', ['1:21 - FR-002', '3:1 - FR-003']],
    [
      'a.php',
      '<p>FR-001</p><?php // FR-002\n$a = <<<EOT\n# FR-003\nEOT;\n#[Attr("FR-004")]\n?> // FR-005',
      ['1:23 - FR-002'],
    ],
    ['a.cs', 'var a = @"c:\\"; // FR-001', ['1:20 - FR-001']],
    ['a.cpp', 'auto a = R"x(// FR-001)" )x"; int n = 1\'000; // FR-002', ['1:49 - FR-002']],
    ['a.java', "char c = '\"'; // FR-001", ['1:18 - FR-001']],
    ['a.css', 'a { background: url("FR-001") } /* FR-002 */', ['1:36 - FR-002']],
    ['tests/a.test.ts', '// @req FR-001', ['1:9 verifies FR-001']],
    ['src/a.ts', '// SHA256, utf-8, see foo.bar-1 and docs/FR-1.txt', []],
    ['src/a.ts', '// Implements RFC-7231 and verifies SHA-256', ['1:15 - RFC-7231', '1:37 - SHA-256']],
    ['src/a.ts', '// @implements SRS001', ['1:16 implements SRS001']],
    ['src/a.ts', '// @implements `FR-001` ("FR-002")', ['1:17 implements FR-001', '1:27 implements FR-002']],
    ['src/a.ts', '// @relation(REQ-1, REQ-2, scope=function)', ['1:14 requires REQ-1', '1:21 requires REQ-2']],
  ])('reads %s: %j', (path, text, expected) => {
    expect(mentionsIn(path, text)).toEqual(expected);
  });

  it('reads ids of a configured shape', () => {
    expect(mentionsIn('a.go', '// @implements login/3 and R#12', ['login/\\d+', 'R#\\d+'])).toEqual([
      '1:16 implements login/3',
      '1:28 implements R#12',
    ]);
  });

  it('keeps a range as written on every id of it', () => {
    const { mentions } = annotations.read({ path: 'a.go', text: '// FR-9 to FR-11 done' }, { idPatterns: [] });
    expect(mentions.map((one) => [one.token, one.range])).toEqual([
      ['FR-9', 'FR-9 to FR-11'],
      ['FR-10', 'FR-9 to FR-11'],
      ['FR-11', 'FR-9 to FR-11'],
    ]);
  });

  it('says the language of a file and whether it is a test', () => {
    const { nodes } = annotations.read({ path: 'src/app/LoginTest.kt', text: '' }, { idPatterns: [] });
    expect(nodes.map((one) => one.attributes)).toEqual([{ language: 'kotlin', test: true }]);
  });

  it('wants code only', () => {
    expect(
      ['a.md', 'a.png', 'a.min.js', 'LICENSE', 'a.ts', 'Dockerfile.dev', 'Makefile'].filter(annotations.accepts),
    ).toEqual(['a.ts', 'Dockerfile.dev', 'Makefile']);
  });
});
