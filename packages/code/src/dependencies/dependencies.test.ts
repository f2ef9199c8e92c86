import { describe, expect, test } from 'vitest';
import { dependencies } from './dependencies.ts';
import { resolvedDependencies } from './resolve-dependencies.ts';

function resolve(files: Readonly<Record<string, string>>) {
  const parts = Object.entries(files).flatMap(([path, text]) => [
    ...dependencies.read({ path, text }, { idPatterns: [] }).parts,
  ]);
  return resolvedDependencies.resolve(parts, { mounts: {} });
}

function dependenciesOf(files: Readonly<Record<string, string>>): string[] {
  return resolve(files).nodes.map((node) => {
    const { version, development, origin } = node.attributes as {
      version?: string;
      development?: boolean;
      origin: string;
    };
    const marks = [version, development ? 'dev' : undefined, origin === 'manifest' ? undefined : origin];
    return [`${node.at.path}:${node.at.line}`, node.id, ...marks].filter((one) => one !== undefined).join(' ');
  });
}

describe('a manifest says what the code is built on', () => {
  test.each<[string, string, string[]]>([
    [
      'package.json',
      '{\n "name": "x",\n "dependencies": {\n  "fastify": "^5.0.0"\n },\n "devDependencies": {\n  "vitest": "4"\n }\n}',
      ['4 fastify ^5.0.0', '7 vitest 4 dev'],
    ],
    [
      'requirements.txt',
      '# web\nFast_API[all]>=0.1 # x\n-r base.txt\nhttpx==0.28 ; python_version > "3"\ngit+https://a.b/c.git#egg=thing\n',
      ['2 fast-api >=0.1', '4 httpx ==0.28', '5 thing'],
    ],
    ['requirements-dev.txt', 'pytest\n', ['1 pytest dev']],
    [
      'pyproject.toml',
      '[project]\nname = "x"\ndependencies = [\n  "fastapi>=0.1,<1", # web\n  "psycopg[binary] (>=3)",\n]\n[dependency-groups]\ndev = ["pytest>=8"]\n[tool.ruff]\nselect = ["E"]\n',
      ['4 fastapi >=0.1,<1', '5 psycopg >=3', '8 pytest >=8 dev'],
    ],
    [
      'pyproject.toml',
      '[tool.poetry.dependencies]\npython = "^3.12"\ndjango = "^5.0"\nredis = { version = "^5", extras = ["hiredis"] }\n[tool.poetry.group.test.dependencies]\npytest = "*"\n',
      ['3 django ^5.0', '4 redis ^5', '6 pytest * dev'],
    ],
    [
      'setup.cfg',
      '[options]\ninstall_requires =\n    flask>=3\n    click\n[options.extras_require]\nx =\n  y\n',
      ['3 flask >=3', '4 click'],
    ],
    [
      'go.mod',
      'module github.com/a/b\n\ngo 1.23\n\nrequire (\n\tgithub.com/jackc/pgx/v5 v5.7.1\n\tgolang.org/x/sync v0.1.0 // indirect\n)\nrequire github.com/gin-gonic/gin v1.10.0\n\nreplace github.com/x/y v1.0.0 => ../y\n',
      ['6 github.com/jackc/pgx/v5 v5.7.1', '9 github.com/gin-gonic/gin v1.10.0'],
    ],
    [
      'Cargo.toml',
      '[package]\nname = "x"\n[dependencies]\naxum = "0.8"\nserde = { version = "1", features = ["derive"] }\n[dependencies.tokio]\nversion = "1"\nfeatures = ["full"]\n[dev-dependencies]\ninsta = "1"\n',
      ['4 axum 0.8', '5 serde 1', '7 tokio 1', '10 insta 1 dev'],
    ],
    [
      'pom.xml',
      '<project><groupId>com.x</groupId><properties><v>3.1</v></properties><dependencies>\n<dependency><groupId>org.a</groupId><artifactId>b</artifactId><version>${v}</version></dependency>\n<dependency><groupId>junit</groupId><artifactId>junit</artifactId><scope>test</scope></dependency></dependencies></project>',
      ['2 org.a:b 3.1', '3 junit:junit dev'],
    ],
    [
      'build.gradle.kts',
      'dependencies {\n  implementation("io.ktor:ktor-server:3.0.0")\n  testImplementation("org.junit.jupiter:junit-jupiter:5.11.0")\n}\n',
      ['2 io.ktor:ktor-server 3.0.0', '3 org.junit.jupiter:junit-jupiter 5.11.0 dev'],
    ],
    [
      'Gemfile',
      "source 'https://rubygems.org'\ngem 'rails', '~> 8.0'\ngroup :development, :test do\n  gem 'rspec-rails'\nend\n",
      ['2 rails ~> 8.0', '4 rspec-rails dev'],
    ],
    [
      'composer.json',
      '{"require": {"php": ">=8.2", "laravel/framework": "^11"},\n"require-dev": {"phpunit/phpunit": "^11"}}',
      ['1 laravel/framework ^11', '2 phpunit/phpunit ^11 dev'],
    ],
    [
      'docker-compose.yml',
      'services:\n  db:\n    image: postgres:16 # x\n  cache:\n    image: "registry.example.com:5000/team/redis:${TAG:-7}"\n  api:\n    build: .\n    image: own/api\n  # image: mysql:8\n',
      ['3 postgres 16 image', '5 team/redis 7 image'],
    ],
    [
      'Dockerfile',
      'ARG NODE=node:20\nFROM --platform=$BUILDPLATFORM ${NODE} AS build\nFROM build\nFROM gcr.io/distroless/static@sha256:abc\nFROM scratch\n',
      ['2 node 20 image', '4 distroless/static image'],
    ],
    [
      'deploy/api.yaml',
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: nginx:1.27\n',
      ['5 nginx 1.27 image'],
    ],
    ['helm/values.yaml', 'image:\n  repository: bitnami/mongodb\n  tag: "8.0"\n', ['2 bitnami/mongodb 8.0 image']],
    ['docs/openapi.yaml', 'properties:\n  image: avatar\n', []],
  ])('%s: %j', (path, text, expected) => {
    expect(dependenciesOf({ [path]: text })).toEqual(expected.map((one) => `${path}:${one}`));
  });

  test.each(['package.json', 'pom.xml', 'composer.json'])('a broken %s is a problem', (path) => {
    const facts = dependencies.read({ path, text: '<project>{' }, { idPatterns: [] });
    expect(facts.problems).toMatchObject([{ code: 'syntax', hides: ['dependency'] }]);
  });
});

describe('an import says what a file uses', () => {
  test('by the name the manifest gives it', () => {
    const { nodes, edges } = resolve({
      'pyproject.toml': '[project]\ndependencies = ["PyYAML", "psycopg"]\n',
      'app/main.py':
        'import os, yaml\nfrom psycopg.rows import dict_row\nfrom app.models import A\nfrom .local import B\nfrom unknown_thing import c\n',
      'app/models.py': 'import yaml\n',
    });
    expect(edges.map((edge) => `${edge.from.id} ${edge.to.id} ${edge.at.line}`)).toEqual([
      'app/main.py pyyaml 1',
      'app/main.py psycopg 2',
      'app/main.py unknown-thing 5',
      'app/models.py pyyaml 1',
    ]);
    expect(
      nodes.filter((node) => (node.attributes as { origin: string }).origin === 'import').map((node) => node.id),
    ).toEqual(['pyyaml', 'psycopg', 'unknown-thing']);
  });

  test.each<[string, string, string[]]>([
    [
      'src/a.ts',
      "import fs from 'node:fs';\nimport type { A } from '@scope/pkg/sub';\nimport './local';\nimport x from '@/alias';\nexport * from 'zod';\nconst y = require('pg'), z = await import('ioredis');\nexport type B = 'dark';\n// import q from 'q'\n",
      ['@scope/pkg', 'zod', 'pg', 'ioredis'],
    ],
    [
      'a.go',
      'import (\n\t"fmt"\n\tpg "github.com/jackc/pgx/v5/pgxpool"\n\t_ "github.com/lib/pq"\n)\nvar s = "github.com/not/this one"\n',
      ['github.com/jackc/pgx', 'github.com/lib/pq'],
    ],
    [
      'A.java',
      'package com.x;\nimport java.util.List;\nimport static org.junit.jupiter.api.Assertions.*;\nimport org.springframework.web.bind.annotation.GetMapping;\n',
      ['org.junit.jupiter', 'org.springframework.web'],
    ],
  ])('in %s: %j', (path, text, expected) => {
    expect(resolve({ [path]: text }).edges.map((edge) => edge.to.id)).toEqual(expected);
  });

  test('imports of the own module are none', () => {
    const { edges } = resolve({
      'go.mod': 'module github.com/a/b\nrequire github.com/jackc/pgx/v5 v5.7.1\n',
      'main.go': 'import (\n\t"github.com/a/b/store"\n\t"github.com/jackc/pgx/v5/pgxpool"\n)\n',
      'main_test.go': 'import "github.com/stretchr/testify/require"\n',
    });
    expect(edges.map((edge) => edge.to.id)).toEqual(['github.com/jackc/pgx/v5', 'github.com/stretchr/testify']);
  });
});
