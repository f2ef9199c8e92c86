import { endpointShape } from '@iama/model';

/** Finds the endpoints a text means: by method and path, by path alone, or by the unique end of a path. */
export class EndpointShapes {
  readonly #exact = new Map<string, string[]>();
  readonly #ends = new Map<string, string[]>();

  constructor(ids: Iterable<string>) {
    for (const id of ids) {
      const [method = '', path = ''] = endpointShape(id).split(' ');
      add(this.#exact, `${method} ${path}`, id);
      add(this.#exact, path, id);
      const segments = path.split('/');
      for (let from = 2; from < segments.length; from += 1) {
        const end = `/${segments.slice(from).join('/')}`;
        add(this.#ends, `${method} ${end}`, id);
      }
    }
  }

  find(token: string): readonly string[] {
    const shape = endpointShape(token);
    const exact = this.#exact.get(shape);
    if (exact) return exact;
    const ends = this.#ends.get(shape);
    return ends?.length === 1 ? ends : [];
  }
}

function add(map: Map<string, string[]>, key: string, id: string): void {
  const known = map.get(key);
  if (!known) map.set(key, [id]);
  else if (!known.includes(id)) known.push(id);
}
