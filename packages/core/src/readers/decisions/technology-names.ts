/** Products and technologies whose names mean nothing else, in any case. */
const distinct =
  'activemq|airflow|algolia|alpine linux|amazon|angular(?:js)?|ansible|anthropic|apollo server|argo ?cd|asp\\.net(?: core)?|astro|auth0|aws|azure|babel|bazel|bigquery|bitbucket|blazor|boto3|bullmq|cassandra|celery|cloudflare|cloudfront|cloudwatch|cockroachdb|codegen|cypress|datadog|debezium|deno|django|docker(?: compose| swarm)?|drizzle(?: orm)?|dynamodb|elasticache|elasticsearch|elastic stack|electron|elixir|envoy|erlang|esbuild|eslint|etcd|fastapi|fastify|firebase|firecracker|firestore|flink|flutter|gcp|gemini|github(?: actions)?|gitlab(?: ci)?|golang|google cloud|gradle|grafana|graphql|grpc|gvisor|hadoop|hapi\\.js|haproxy|hashicorp vault|heroku|hibernate|honeycomb|html5|influxdb|inngest|istio|jaeger|java(?:script)?|jenkins|jest|jooq|jquery|json schema|json-ld|k3s|k8s|kafka|keycloak|kibana|knex(?:\\.js)?|kotlin|kubernetes|lambda|langchain|laravel|litellm|logstash|lucene|lucide|mariadb|maven|memcached|mermaid|microsoft sql server|minio|mockito|mongodb|mongoose|mqtt|ms ?sql|mysql|nats|neo4j|nestjs|netlify|next\\.?js|nginx|node\\.?js|nomad|npm|nunit|nuxt(?:\\.?js)?|oauth ?2(?:\\.0)?|okta|openai|openapi|openid connect|opensearch|openshift|opentelemetry|oracle(?: database)?|oidc|pandas|parquet|php|phpunit|playwright|pnpm|podman|postgres(?:ql)?|prisma|prometheus|protobuf|protocol buffers|pubsub|pulsar|pulumi|puppet|pytest|python|pytorch|rabbitmq|rails|react(?: native)?|redis(?: cluster)?|redux|remix|rocksdb|ruby(?: on rails)?|rxjs|salesforce|scala|selenium|sendgrid|sentry|sequelize|snowflake|socket\\.io|solidjs|solr|spark|splunk|spring ?boot|sqlalchemy|sqlite|sqs|stripe|supabase|svelte(?:kit)?|swagger|tailwind(?: ?css)?|tensorflow|terraform|testcontainers|timescaledb|traefik|trpc|turborepo|twilio|typeorm|typescript|unleash|vercel|vite|vitest|vue(?:\\.?js)?|webassembly|webpack|websockets?|yarn|zookeeper|zod|zustand';
/** Names that are words too: they count only as written here. */
const asWritten =
  'Bull|Bun|Chef|Consul|Dagger|Dapr|Daytona|Dart|E2B|ECS|EKS|Echo|Ember|Express(?:\\.js)?|Fargate|Fiber|Flask|Flux|Gin|Go|Hapi|Hasura|Helm|Honeycomb|Hono|Koa|Linkerd|Loki|Memcache|MobX|Modal|Mocha|Moment|Nx|Packer|Pino|Presto|Pub/Sub|Quarkus|R2DBC|REST|RDS|React Query|Rollup|Rust|S3|SES|SNS|SOAP|Spring|Sidekiq|Swift|Temporal(?:\\.io| Cloud)?|Thrift|Trino|Vault|Winston|XState|gRPC';

const word = (names: string, flags: string): RegExp =>
  new RegExp(`(?<![\\w@/.-])(?:${names})(?![\\w/-]|\\.\\w)`, flags);
const anyCase = word(distinct, 'gi');
const exact = word(asWritten, 'g');
/** Names that nobody gives to anything but a product: `LiteLLM`, `E2B`, `Temporal.io`, `gVisor`. */
const shaped =
  /(?<![\w@/.`-])(?:[A-Z][a-z]+(?:[A-Z]{2,}[a-z]*|[A-Z][a-z]+DB)|[A-Z]\d[A-Z]|[A-Z][a-z]+\.(?:io|ai|js|dev|NET))(?![\w/(-])/g;
const common = /^(?:MicroVM|JavaDoc|ReadMe|DevOps|SaaS|PaaS|IaaS|APIs?|IDs?|URLs?|UIs?|PRs?|CIs?)$/i;
/** Package names in code marks, where the words around say that it is one. */
const packaged =
  /`(@?[a-z][a-z0-9]*(?:[-_./][a-z0-9]+){0,4})`(?=\s+(?:package|library|crate|gem|module|SDK|npm|dependency|framework|image))/g;

/** The products and technologies a text names, as written, each once, in reading order. */
export function technologiesIn(text: string): string[] {
  const found: { at: number; end: number; name: string }[] = [];
  for (const pattern of [anyCase, exact, shaped]) {
    for (const match of text.matchAll(pattern)) if (!common.test(match[0])) add(match.index, match[0]);
  }
  for (const match of text.matchAll(packaged)) add(match.index + 1, match[1] ?? '');
  function add(at: number, name: string): void {
    if (!found.some((other) => at < other.end && at + name.length > other.at))
      found.push({ at, end: at + name.length, name });
  }
  const seen = new Map<string, string>();
  for (const { name } of found.sort((a, b) => a.at - b.at)) {
    const key = technologyKey(name);
    if (!seen.has(key)) seen.set(key, name);
  }
  return [...seen.values()];
}

/** One key for the ways a technology is written: `Temporal.io`, `temporal`; `Node.js`, `NodeJS`; `PostgreSQL`, `Postgres`. */
export function technologyKey(name: string): string {
  const key = name
    .toLowerCase()
    .replace(/\.io$|\.?js$/, '')
    .replace(/[^a-z0-9@]/g, '');
  return key === 'postgresql' ? 'postgres' : key === 'k8s' ? 'kubernetes' : key === 'golang' ? 'go' : key;
}
