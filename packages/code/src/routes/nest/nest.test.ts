import { expect, test } from 'vitest';
import { observeRoutes } from '../observe-routes.ts';

test('NestJS: prefix with exceptions, versions, module paths, guards, public marks, inherited methods, middleware', () => {
  const { ids: found, chains } = observeRoutes({
    'src/main.ts': `import { NestFactory } from '@nestjs/core';
import { VersioningType } from '@nestjs/common';
import { AppModule } from './app.module';
async function bootstrap() {
  const app = await NestFactory.create<NestExpressApplication>(AppModule, { cors: true });
  configure(app);
  await app.listen(3000);
}
function configure(app) {
  app.setGlobalPrefix('api', { exclude: ['health', { path: 'raw/(.*)', method: 1 }] });
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
}
bootstrap();`,
    'src/app.module.ts': `import { Module, MiddlewareConsumer } from '@nestjs/common';
import { APP_GUARD, RouterModule } from '@nestjs/core';
import { AdminModule } from './admin';
import { UsersController, HealthController } from './users';
@Module({
  imports: [RouterModule.register([{ path: 'admin', module: AdminModule }]), AdminModule],
  controllers: [UsersController, HealthController],
  providers: [{ provide: APP_GUARD, useClass: JwtGuard }],
})
export class AppModule { configure(consumer: MiddlewareConsumer) { consumer.apply(LogMiddleware).forRoutes('users'); } }`,
    'src/admin.ts': `import { Controller, Get, Module, UseGuards, applyDecorators } from '@nestjs/common';
const Admin = (path: string) => applyDecorators(Controller(path), UseGuards(AdminGuard));
@Admin('stats')
export class StatsController { @Get(['/', 'all']) all() {} }
@Module({ controllers: [StatsController] })
export class AdminModule {}`,
    'src/users.ts': `import { Controller, Get, Post, Version, VERSION_NEUTRAL, UseGuards } from '@nestjs/common';
const path = 'users';
class Reading { @Get(':id') one() {} }
@Controller({ path, version: ['1', '2'] })
export class UsersController extends Reading {
  @Public() @Get() all() {}
  @UseGuards(AuthGuard('jwt')) @Version('3') @Post('/') create() {}
}
@Controller({ path: 'health', version: VERSION_NEUTRAL })
export class HealthController { @Get() ok() {} }`,
  });
  expect(found.toSorted()).toEqual([
    'GET /api/v1/admin/stats',
    'GET /api/v1/admin/stats/all',
    'GET /api/v1/users',
    'GET /api/v1/users/:id',
    'GET /api/v2/users',
    'GET /api/v2/users/:id',
    'GET /health',
    'POST /api/v3/users',
  ]);
  expect(chains['GET /api/v1/users']).toEqual(['JwtGuard', 'LogMiddleware', '@Public()']);
  expect(chains['POST /api/v3/users']).toEqual(['JwtGuard', 'LogMiddleware', "AuthGuard('jwt')"]);
  expect(chains['GET /api/v1/admin/stats']).toEqual(['JwtGuard', 'AdminGuard']);
});
