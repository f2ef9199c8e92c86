import { describe, expect, test } from 'vitest';
import { languageOf } from '../lexing/language.ts';
import { scanSpans } from '../lexing/scan-spans.ts';
import { findTests } from './find-tests.ts';

function testsIn(path: string, text: string): string[] {
  const language = languageOf(path);
  if (language === undefined) throw new Error(path);
  return findTests({ path, text }, language.name, scanSpans(text, language.syntax)).tests.map(
    (one) =>
      `${one.names.join(' > ')}${one.skipped ? ' (skipped)' : ''}${one.failurePath ? ` [${one.failurePath}]` : ''}`,
  );
}

const skip = 'skip';
const [todo, only] = ['todo', 'only'];

// @verifies IAMA-CODE-001
describe('tests are found', () => {
  test.each<[string, string, string[]]>([
    [
      'a.test.ts',
      "describe('a', () => { it('b', () => {}); test(\"c 'd'\", async () => {}) })\nit(`e ${f}`, g => {})",
      ['a > b', "a > c 'd'", 'e ${f}'],
    ],
    [
      'a.test.ts',
      "describe('a', () => { describe('b', function () { it('c', done => {}) }); it('d', () => {}) })",
      ['a > b > c', 'a > d'],
    ],
    [
      'a.test.ts',
      `it.${skip}('a', () => {}); it.${todo}('b'); xit('c', () => {}); it('d'); describe.${skip}('e', () => { it('f', () => {}) })`,
      ['a (skipped)', 'b (skipped)', 'c (skipped)', 'd (skipped)', 'e > f (skipped)'],
    ],
    ['a.test.ts', `it('a', () => {}); it.${only}('b', () => {})`, ['a (skipped)', 'b']],
    [
      'a.test.ts',
      "it.each([['x', 1]])('a %s', (b) => {}); it.each`\n a | b\n ${1} | ${2}\n`('c $a', ({ a }) => {}); describe.each<{ a: string }>([{ a: 'x' }])('d $a', () => { it('e', () => {}) })",
      ['a %s', 'c $a', 'd $a > e'],
    ],
    ['a.test.ts', "if (/x/.test(y)) z(); re.test('a'); function it(name) {} expect(test('x')).toBe(1)", []],
    ['a.test.ts', "// it('a', () => {})\nconst s = \"it('b', () => {})\"; const t = `it('c', () => {})`", []],
    ['src/a.ts', "it('a', () => {})", []],
    ['src/a.ts', "import { it } from 'vitest';\nit('a', () => {})", ['a']],
    ['a.test.ts', "test('a', { skip: true }, () => {}); test('b', { timeout: 1 }, () => {})", ['a (skipped)', 'b']],
    [
      'a.spec.ts',
      `import { test as base } from '@playwright/test';\nconst test = base.extend({});\ntest.describe('a', () => { test('b', { tag: '@x' }, async ({ page }) => {}); test('c', async () => { test.${skip}(); }); })`,
      ['a > b', 'a > c (skipped)'],
    ],
    ['a.test.js', "const test = require('tape');\ntest('a', t => { t.test('b', t => {}) })", ['a', 'a > b']],
    [
      'a.test.ts',
      "it('a ' + name + ' b', () => {}); describe(Thing, () => { it('c', () => {}) })",
      ['a ${name} b', '${Thing} > c'],
    ],
    ['a_test.ts', "Deno.test('a', () => {}); Deno.test({ name: 'b', fn() {} })", ['a', 'b']],
    [
      'a.test.tsx',
      "it('a', () => { render(<p>Don't</p>); expect(x / 2).toBe(1 / 2) });\nit('b', () => {})",
      ['a', 'b'],
    ],
    [
      'test_a.py',
      'def test_a():\n    pass\n\nasync def test_b(x):\n    pass\n\ndef helper():\n    def test_inner():\n        pass\n\nclass TestC:\n    def test_d(self):\n        s = """\ndef test_no():\n"""\n    def setUp(self):\n        pass\n    @pytest.mark.skip(reason="x")\n    def test_e(self): pass\n',
      ['test_a', 'test_b', 'TestC > test_d', 'TestC > test_e (skipped)'],
    ],
    [
      'test_a.py',
      '@pytest.mark.parametrize("a", [\n    1,\n    2,\n])\ndef test_a(a):\n    with pytest.raises(ValueError):\n        f()\n\n@unittest.skip("no")\nclass ATests(TestCase):\n    def test_b(self):\n        r = c.get("/")\n        self.assertEqual(r.status_code, 403)\n',
      ['test_a [expects an exception]', 'ATests > test_b (skipped) [expects status 403]'],
    ],
    [
      'ATest.java',
      'class ATest {\n  @Test\n  void works() throws Exception { assertEquals(1, 1); }\n  /** x */ @Disabled("x") @Test public void b() {}\n  @ParameterizedTest(name = "x {0}") @ValueSource(ints = {1, 2}) void c(int n) { assertThrows(E.class, () -> f()); }\n  void no() {}\n  @Nested class In { @Test @DisplayName("says so") void d() { mvc.perform(get("/")).andExpect(status().isForbidden()); } }\n}',
      [
        'ATest > works',
        'ATest > b (skipped)',
        'ATest > c [expects a thrown error]',
        'ATest > In > d [expects status FORBIDDEN]',
      ],
    ],
    [
      'ATest.kt',
      'class ATest {\n  @Test\n  fun `it works fine`() = runTest { assert(true) }\n  @Test fun b() { assertFailsWith<E> { f() } }\n}',
      ['ATest > it works fine', 'ATest > b [expects a thrown error]'],
    ],
    [
      'ATests.cs',
      'public class ATests {\n  [Fact]\n  public async Task Works() { }\n  [Theory]\n  [InlineData(1)]\n  public void B(int a) => Assert.Throws<E>(() => F());\n  [Fact(Skip = "x")] public void C() { }\n}',
      ['ATests > Works', 'ATests > B [expects a thrown error]', 'ATests > C (skipped)'],
    ],
    [
      'a_test.go',
      'func TestA(t *testing.T) {\n\tt.Run("b c", func(t *testing.T) { t.Skip("x") })\n\tt.Run(tc.name, func(t *testing.T) { require.Error(t, err) })\n}\nfunc TestMain(m *testing.M) {}\nfunc Testify() {}\nfunc (s *Suite) TestD() { s.Equal(http.StatusForbidden, w.Code) }',
      ['TestA', 'TestA > b c (skipped)', 'TestA > ${tc.name} [expects an error]', 'TestD [expects status FORBIDDEN]'],
    ],
    [
      'src/a.rs',
      'fn f() {}\n#[cfg(test)]\nmod tests {\n  #[test]\n  fn a() {}\n  #[test]\n  #[ignore]\n  fn b() {}\n  #[tokio::test]\n  async fn c() { assert!(x().is_err()); }\n  #[test]\n  #[should_panic(expected = "x")]\n  fn d() {}\n}',
      ['tests > a', 'tests > b (skipped)', 'tests > c [expects an error]', 'tests > d [expects a panic]'],
    ],
    [
      'spec/a_spec.rb',
      "RSpec.describe Thing do\n  context 'when x, y' do\n    it 'does' do\n      expect(response).to have_http_status(:forbidden)\n    end\n    xit 'no' do\n    end\n    it { is_expected.to be }\n    it 'later'\n  end\nend\n",
      [
        'Thing > when x, y > does [expects status FORBIDDEN]',
        'Thing > when x, y > no (skipped)',
        'Thing > when x, y > is_expected.to be',
        'Thing > when x, y > later (skipped)',
      ],
    ],
    [
      'test/a_test.exs',
      'defmodule ATest do\n  describe "a" do\n    test "b", %{conn: conn} do\n      assert 1\n    end\n  end\nend\n',
      ['a > b'],
    ],
    [
      'tests/ATest.php',
      '<?php\nclass ATest extends TestCase {\n  public function testA(): void { $this->assertTrue(true); }\n  /** @test */\n  public function it_works() { $this->expectException(E::class); }\n  #[Test]\n  public function b() { $this->get("/")->assertForbidden(); }\n  public function helper() {}\n}',
      ['ATest > testA', 'ATest > it_works [expects a thrown error]', 'ATest > b [expects status FORBIDDEN]'],
    ],
    [
      'tests/a_test.php',
      "<?php\ndescribe('a', function () { it('b', function () { expect(1)->toBe(1); }); });\ntest('c')->skip();",
      ['a > b', 'c (skipped)'],
    ],
    [
      'a_test.cc',
      'TEST_F(Foo, Bar) { EXPECT_THROW(f(), E); }\nTEST(Foo, DISABLED_Baz) {}',
      ['Foo.Bar [expects a thrown error]', 'Foo.DISABLED_Baz (skipped)'],
    ],
    [
      'a.feature',
      '@x\nFeature: A\n  @FR-1\n  Scenario: b\n    Given c\n\n  @skip\n  Scenario Outline: d <x>\n    Given e\n',
      ['A > b', 'A > d <x> (skipped)'],
    ],
    [
      'a_test.dart',
      "void main() {\n  group('a', () {\n    test('b', () { expect(() => f(), throwsA(isA<E>())); });\n    testWidgets('c', (tester) async {});\n  });\n}",
      ['a > b [expects a thrown error]', 'a > c'],
    ],
  ])('in %s: %j', (path, text, expected) => {
    expect(testsIn(path, text)).toEqual(expected);
  });
});

describe('a test is about a failure', () => {
  test.each<[string, string | undefined]>([
    ['expect(res.statusCode).toBe(403)', 'expects status 403'],
    ['await request(app).get("/x").expect(404)', 'expects status 404'],
    ['expect(res.status).toBe(200)', undefined],
    ['expect(items).toHaveLength(400)', undefined],
    ['await expect(f()).rejects.toThrow()', 'expects a thrown error'],
    ['expect(() => f()).not.toThrow()', undefined],
    ['expect(res.json()).toMatchObject({\n  error: { code: "RATE_LIMITED" },\n})', 'expects error code RATE_LIMITED'],
    ['expect(result.allowed).toBe(false)', 'expects a denial'],
    ['expect(job.status).toBe("COMPLETED")', undefined],
    ['assert.rejects(() => f())', 'expects a rejection'],
    ['expect(res.status).toBe(StatusCodes.UNAUTHORIZED)', 'expects status UNAUTHORIZED'],
    ['setTimeout(f, 500); expect(status).toBe("ok")', undefined],
  ])('%s', (body, expected) => {
    const [found] = testsIn('a.test.ts', `it('a', async () => {\n  ${body};\n});`);
    expect(found).toBe(expected === undefined ? 'a' : `a [${expected}]`);
  });
});
