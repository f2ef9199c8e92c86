import { describe, expect, test } from 'vitest';
import { pythonModuleReaders } from '../module-readers.ts';
import { pythonReader } from '../python.ts';
import { pythonProgram } from '../python-program.ts';

type Files = Readonly<Record<string, string>>;

function resolve(files: Files, mounts: Readonly<Record<string, string>> = {}) {
  const reader = pythonReader(pythonModuleReaders, 1);
  const facts = Object.entries(files).map(([path, text]) => reader.read({ path, text }, { idPatterns: [] }));
  const parts = JSON.parse(JSON.stringify(facts.flatMap((one) => one.parts)));
  const resolved = pythonProgram.resolve(parts, { mounts });
  return { ...resolved, problems: [...facts.flatMap((one) => one.problems), ...resolved.problems] };
}

function routesOf(files: Files, mounts?: Readonly<Record<string, string>>): string[] {
  return resolve(files, mounts)
    .nodes.filter((node) => node.kind === 'endpoint')
    .map((node) => {
      const { mount } = node.attributes as { mount: string };
      return `${node.id}${mount === 'resolved' ? '' : ` (${mount})`} ${node.at.path}:${node.at.line}`;
    });
}

function chainOf(files: Files, id: string): readonly string[] | undefined {
  const node = resolve(files).nodes.find((one) => one.id === id);
  return (node?.attributes as { chain?: readonly string[] } | undefined)?.chain;
}

describe('FastAPI', () => {
  const files = {
    'app/core/config.py':
      'import os\nfrom pydantic_settings import BaseSettings\n\nclass Settings(BaseSettings):\n    API: str = "/api/v1"\n    ADMIN: str = os.getenv("ADMIN", "/admin")\n\nsettings = Settings()\n',
    'app/api/main.py':
      'from fastapi import APIRouter, Depends\nfrom app.api.routes import items\nfrom .routes.users import router as users\nfrom .deps import check\n\napi_router = APIRouter()\napi_router.include_router(items.router, tags=["items"])\napi_router.include_router(users, prefix="/users", dependencies=[Depends(check)])\n',
    'app/api/deps.py':
      'from typing import Annotated\nfrom fastapi import Depends\n\ndef token(): ...\ndef current_user(t: Annotated[str, Depends(token)]): ...\ndef check(): ...\nCurrentUser = Annotated[str, Depends(current_user)]\n',
    'app/api/routes/items.py':
      'from fastapi import APIRouter\nfrom app.api.deps import CurrentUser\n\nrouter = APIRouter(prefix="/items")\n\n@router.get("/{item_id:int}")\nasync def one(item_id: int, user: CurrentUser): ...\n\n@router.post("/", status_code=201)\ndef add(): ...\n\n@router.api_route("/many", methods=["PUT", "PATCH"])\ndef many(): ...\n',
    'app/api/routes/users.py':
      'from fastapi import APIRouter\nrouter = APIRouter()\n@router.get("")\ndef all_users(): ...\n',
    'app/main.py':
      'from fastapi import FastAPI\nfrom app.api.main import api_router\nfrom app.core.config import settings\n\ndef create_app() -> FastAPI:\n    app = FastAPI()\n    app.include_router(api_router, prefix=settings.API)\n    app.add_api_route(f"{settings.ADMIN}/stats", stats, methods=["GET"])\n    return app\n\ndef stats(): ...\n\napp = create_app()\n\n@app.get("/health")\ndef health(): ...\n',
  };

  test('follows routers over files, prefixes from settings, factories', () => {
    expect(routesOf(files)).toEqual([
      'GET /api/v1/items/:item_id app/api/routes/items.py:6',
      'POST /api/v1/items app/api/routes/items.py:9',
      'PATCH /api/v1/items/many app/api/routes/items.py:12',
      'PUT /api/v1/items/many app/api/routes/items.py:12',
      'GET /api/v1/users app/api/routes/users.py:3',
      'GET /admin/stats app/main.py:8',
      'GET /health app/main.py:15',
    ]);
  });

  test('dependencies run before, those of dependencies first', () => {
    expect(chainOf(files, 'GET /api/v1/items/:item_id')).toEqual([
      'token (app/api/deps.py:4)',
      'current_user (app/api/deps.py:5)',
    ]);
    expect(chainOf(files, 'GET /api/v1/users')).toEqual(['check (app/api/deps.py:6)']);
  });

  test('a router nobody mounts keeps its routes, and can be declared', () => {
    const lonely = { 'a.py': 'from fastapi import APIRouter\nrouter = APIRouter()\n@router.get("/x")\ndef x(): ...\n' };
    expect(routesOf(lonely)).toEqual(['GET /x (unknown) a.py:3']);
    expect(resolve(lonely).problems).toMatchObject([{ code: 'unresolved', at: { path: 'a.py', line: 2 } }]);
    expect(routesOf(lonely, { 'a.py#router': '/api' })).toEqual(['GET /api/x (declared) a.py:3']);
  });

  test('loops over routers, a function that is given the app, mounted apps', () => {
    expect(
      routesOf({
        'main.py':
          'from fastapi import FastAPI, APIRouter\nfrom setup import add_all\nroot = FastAPI()\napi = FastAPI()\nroot.mount("/api", api)\nadd_all(api)\n',
        'setup.py':
          'from fastapi import APIRouter, FastAPI\na = APIRouter(prefix="/a")\nb = APIRouter(prefix="/b")\n@a.get("/1")\ndef one(): ...\n@b.get("/2")\ndef two(): ...\ndef add_all(app: FastAPI):\n    for router, version in [(a, "v1"), (b, "v2")]:\n        app.include_router(router, prefix=f"/{version}")\n',
      }),
    ).toEqual(['GET /api/v1/a/1 setup.py:4', 'GET /api/v2/b/2 setup.py:6']);
  });

  test('a broken file is a problem; the rest of it is read', () => {
    const { nodes, problems } = resolve({
      'a.py':
        'from fastapi import FastAPI\napp = FastAPI()\n@app.get("/x")\ndef x(): ...\ndef y(:\n    pass\n@app.get("/z")\ndef z(): ...\n',
    });
    expect(nodes.map((node) => node.id)).toEqual(['GET /x', 'GET /z']);
    expect(problems).toMatchObject([{ code: 'syntax', at: { path: 'a.py', line: 5 }, hides: ['endpoint'] }]);
  });
});

describe('Flask', () => {
  test('blueprints in blueprints, class views, rules added by hand', () => {
    expect(
      routesOf({
        'app/__init__.py':
          'from flask import Flask\ndef create_app():\n    app = Flask(__name__)\n    from app.api import bp\n    app.register_blueprint(bp, url_prefix="/api")\n    from .views import Users\n    app.add_url_rule("/users/<int:user_id>", view_func=Users.as_view("users"))\n    return app\n',
        'app/api.py':
          'from flask import Blueprint\nbp = Blueprint("api", __name__, url_prefix="/old")\ninner = Blueprint("inner", __name__, url_prefix="/inner")\nbp.register_blueprint(inner)\n@bp.route("/a/<string:key>", methods=["GET", "POST"])\ndef a(key): ...\n@inner.get("/b")\ndef b(): ...\n',
        'app/views.py':
          'from flask.views import MethodView\nclass Users(MethodView):\n    def get(self, user_id): ...\n    def delete(self, user_id): ...\n    def helper(self): ...\n',
      }),
    ).toEqual([
      'DELETE /users/:user_id app/__init__.py:7',
      'GET /users/:user_id app/__init__.py:7',
      'GET /api/a/:key app/api.py:5',
      'POST /api/a/:key app/api.py:5',
      'GET /api/inner/b app/api.py:7',
    ]);
  });

  test('what runs before: hooks of the blueprint, decorators of the function', () => {
    const files = {
      'a.py':
        'from flask import Flask\nfrom auth import login_required\napp = Flask(__name__)\n@app.before_request\ndef load(): ...\n@app.route("/x")\n@login_required\ndef x(): ...\n',
    };
    expect(chainOf(files, 'GET /x')).toEqual(['load (a.py:5)', 'login_required']);
  });

  test('resources of Flask-RESTful and namespaces of Flask-RESTX', () => {
    expect(
      routesOf({
        'a.py':
          'from flask import Flask, Blueprint\nfrom flask_restx import Api, Namespace, Resource\napp = Flask(__name__)\nbp = Blueprint("api", __name__, url_prefix="/api/v1")\napi = Api(bp)\nns = Namespace("pets")\napi.add_namespace(ns, "/pets")\napp.register_blueprint(bp)\n@ns.route("/<id>")\nclass Pet(Resource):\n    def get(self, id): ...\n    def put(self, id): ...\n',
        'b.py':
          'from flask import Flask\nfrom flask_restful import Api, Resource\napp = Flask(__name__)\napi = Api(app, prefix="/v2")\nclass A(Resource):\n    def post(self): ...\napi.add_resource(A, "/a", "/b")\n',
      }),
    ).toEqual(['GET /api/v1/pets/:id a.py:9', 'PUT /api/v1/pets/:id a.py:9', 'POST /v2/a b.py:7', 'POST /v2/b b.py:7']);
  });
});

describe('Django', () => {
  test('patterns over files, class views, functions with their methods', () => {
    expect(
      routesOf({
        'site/settings.py': 'ROOT_URLCONF = "site.urls"\nPREFIX = ""\n',
        'site/urls.py':
          'from django.urls import include, path, re_path\nfrom django.conf import settings\nfrom django.contrib import admin\nfrom shop import views\nurlpatterns = [\n    path("admin/", admin.site.urls),\n    path(f"{settings.PREFIX}shop/", include("shop.urls")),\n    re_path(r"^old/(?P<year>[0-9]{4})/(\\d+)/?$", views.old),\n]\n',
        'shop/urls.py':
          'from django.urls import path\nfrom . import views\nurlpatterns = [\n    path("<int:pk>/", views.Item.as_view()),\n    path("buy/", views.buy),\n]\n',
        'shop/views.py':
          'from django.views import View\nfrom django.views.decorators.http import require_POST\nclass Item(View):\n    def get(self, request, pk): ...\n    def delete(self, request, pk): ...\n@require_POST\ndef buy(request): ...\ndef old(request, year): ...\n',
      }),
    ).toEqual([
      'DELETE /shop/:pk shop/urls.py:4',
      'GET /shop/:pk shop/urls.py:4',
      'POST /shop/buy shop/urls.py:5',
      'ALL /old/:year/:arg1 site/urls.py:8',
    ]);
  });

  test('routers of the REST framework', () => {
    const files = {
      'urls.py':
        'from django.urls import include, path\nfrom rest_framework.routers import DefaultRouter\nfrom views import Books, Tags\nrouter = DefaultRouter()\nrouter.register(r"books", Books, basename="book")\nrouter.register("tags", Tags)\nurlpatterns = [path("api/", include(router.urls))]\n',
      'views.py':
        'from rest_framework import viewsets, mixins\nfrom rest_framework.decorators import action\nfrom rest_framework.permissions import IsAuthenticated\nclass Books(viewsets.ReadOnlyModelViewSet):\n    permission_classes = [IsAuthenticated]\n    lookup_field = "isbn"\n    @action(detail=True, methods=["post"], url_path="lend-out")\n    def lend(self, request, isbn): ...\nclass Tags(mixins.CreateModelMixin, viewsets.GenericViewSet):\n    def list(self, request): ...\n',
    };
    expect(routesOf(files)).toEqual([
      'GET /api/books urls.py:5',
      'GET /api/books/:isbn urls.py:5',
      'POST /api/books/:isbn/lend-out urls.py:5',
      'GET /api/tags urls.py:6',
      'POST /api/tags urls.py:6',
    ]);
    expect(chainOf(files, 'GET /api/books')).toEqual(['IsAuthenticated']);
  });
});

describe('aiohttp and Starlette', () => {
  test('routes added one by one and in lists', () => {
    expect(
      routesOf({
        'a.py':
          'from aiohttp import web\nroutes = web.RouteTableDef()\n@routes.get("/a/{id}")\nasync def a(request): ...\nasync def b(request): ...\napp = web.Application()\napp.add_routes(routes)\napp.router.add_post("/b", b)\n',
        'b.py':
          'from starlette.applications import Starlette\nfrom starlette.routing import Mount, Route\nasync def c(request): ...\napp = Starlette(routes=[Mount("/v1", routes=[Route("/c", c, methods=["PUT"])])])\n',
      }),
    ).toEqual(['GET /a/:id a.py:3', 'POST /b a.py:8', 'PUT /v1/c b.py:4']);
  });
});
