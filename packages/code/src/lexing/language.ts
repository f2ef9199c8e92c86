import { javascript } from './javascript-syntax.ts';
import { astro, html, xml } from './markup-syntax.ts';
import { python } from './python-syntax.ts';
import type { Syntax } from './syntax.ts';
import { syntaxes } from './syntax.ts';
import { yaml } from './yaml-syntax.ts';

export interface Language {
  readonly name: string;
  readonly syntax: Syntax;
}

const { c, java, csharp, shell, hashOnly, hashQuoted, hashAtStart } = syntaxes;

// name, syntax, extensions (with dot) and whole file names
const table: readonly (readonly [string, Syntax, string])[] = [
  ['typescript', javascript, '.ts .tsx .mts .cts'],
  ['javascript', javascript, '.js .jsx .mjs .cjs .es6'],
  ['python', python, '.py .pyi .pyx .pxd .bzl .star .bazel BUILD WORKSPACE SConstruct Snakefile .smk'],
  ['go', syntaxes.go, '.go'],
  ['rust', syntaxes.rust, '.rs'],
  ['java', java, '.java'],
  ['kotlin', syntaxes.kotlin, '.kt .kts'],
  ['scala', syntaxes.scala, '.scala .sc .sbt'],
  ['groovy', syntaxes.groovy, '.groovy .gradle Jenkinsfile'],
  ['csharp', csharp, '.cs .csx'],
  ['fsharp', syntaxes.fsharp, '.fs .fsx .fsi'],
  ['basic', syntaxes.basic, '.vb .bas .vbs'],
  ['ruby', syntaxes.ruby, '.rb .rake .gemspec .ru Gemfile Rakefile Podfile Fastfile Vagrantfile'],
  ['php', syntaxes.php, '.php .phtml'],
  ['c', c, '.c .h'],
  ['cpp', c, '.cc .cpp .cxx .c++ .hh .hpp .hxx .ipp .tpp .ino .cu .cuh'],
  ['objective-c', c, '.m .mm'],
  ['swift', syntaxes.swift, '.swift'],
  ['dart', syntaxes.dart, '.dart'],
  ['zig', syntaxes.zig, '.zig'],
  ['d', c, '.d'],
  ['solidity', c, '.sol'],
  ['verilog', [syntaxes.go[0], syntaxes.go[1], syntaxes.go[3]], '.v .sv .svh .vh'],
  ['glsl', [syntaxes.go[0], syntaxes.go[1]], '.glsl .vert .frag .hlsl .wgsl'],
  ['sql', syntaxes.sql, '.sql .ddl .psql .pgsql .plsql .pks .pkb'],
  ['shell', shell, '.sh .bash .zsh .ksh .fish .bats .envrc'],
  ['powershell', syntaxes.powershell, '.ps1 .psm1 .psd1'],
  ['batch', syntaxes.batch, '.bat .cmd'],
  ['terraform', syntaxes.hcl, '.tf .tfvars .hcl .nomad'],
  ['yaml', yaml, '.yaml .yml'],
  ['toml', syntaxes.toml, '.toml'],
  ['ini', syntaxes.ini, '.ini .cfg .conf .properties .env .editorconfig'],
  ['dockerfile', hashAtStart, '.dockerfile Dockerfile Containerfile'],
  ['make', syntaxes.make, '.mk .mak Makefile GNUmakefile makefile justfile Justfile'],
  ['cmake', syntaxes.cmake, '.cmake CMakeLists.txt'],
  ['meson', hashQuoted, 'meson.build'],
  ['lua', syntaxes.lua, '.lua'],
  ['perl', syntaxes.perl, '.pl .pm .t'],
  ['elixir', syntaxes.elixir, '.ex .exs'],
  ['erlang', syntaxes.erlang, '.erl .hrl'],
  ['haskell', syntaxes.haskell, '.hs .lhs .purs'],
  ['elm', syntaxes.elm, '.elm'],
  ['ocaml', syntaxes.ocaml, '.ml .mli'],
  ['clojure', syntaxes.lisp, '.clj .cljs .cljc .edn .lisp .lsp .cl .el .scm .rkt'],
  ['julia', syntaxes.julia, '.jl'],
  ['r', syntaxes.r, '.r .R'],
  ['nim', syntaxes.nim, '.nim'],
  ['nix', syntaxes.nix, '.nix'],
  ['crystal', hashQuoted, '.cr'],
  ['gdscript', hashQuoted, '.gd'],
  ['coffeescript', hashQuoted, '.coffee'],
  ['pascal', syntaxes.pascal, '.pas .pp .dpr'],
  ['ada', syntaxes.ada, '.ada .adb .ads .vhd .vhdl'],
  ['fortran', syntaxes.fortran, '.f90 .f95 .f03 .f08'],
  ['awk', hashQuoted, '.awk'],
  ['proto', syntaxes.proto, '.proto .thrift .fbs .capnp .avdl .prisma'],
  ['graphql', syntaxes.graphql, '.graphql .gql .graphqls'],
  ['vue', html, '.vue'],
  ['svelte', html, '.svelte'],
  ['astro', astro, '.astro'],
  ['html', html, '.html .htm .xhtml .erb .ejs .hbs .njk .jinja .jinja2 .j2 .twig .jsp .cshtml .razor .heex'],
  ['xml', xml, '.xml .xsd .xsl .xslt .xaml .wsdl .csproj .fsproj .vbproj .props .targets .storyboard'],
  ['css', syntaxes.css, '.css'],
  ['scss', syntaxes.scss, '.scss .sass .less .styl'],
  ['gherkin', syntaxes.gherkin, '.feature'],
  ['robot', hashOnly, '.robot .resource'],
];

const byName = new Map<string, Language>();
for (const [name, syntax, names] of table) {
  for (const one of names.split(' ')) byName.set(one, { name, syntax });
}

/** The language of a file, judged by its name; undefined for files that are no code. */
export function languageOf(path: string): Language | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const whole = byName.get(name);
  if (whole !== undefined && !name.startsWith('.')) return whole;
  if (/^(?:Dockerfile|Containerfile)[.-]/.test(name)) return byName.get('Dockerfile');
  const dot = name.lastIndexOf('.');
  if (dot === -1) return undefined;
  const extension = name.slice(dot);
  return byName.get(extension) ?? byName.get(extension.toLowerCase());
}
