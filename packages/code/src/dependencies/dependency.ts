/** One dependency as a manifest names it. Offsets are into the manifest. */
export interface Declared {
  readonly name: string;
  readonly version?: string;
  readonly development?: boolean;
  readonly at: number;
}

/** What one manifest, or one file with images, says. */
export interface Manifest {
  readonly ecosystem: string;
  readonly origin: 'manifest' | 'image';
  readonly declared: readonly Declared[];
  /** The name this code itself has there: imports below it are no dependencies. */
  readonly own?: string;
}

export class ManifestFault extends Error {
  readonly at: number;
  constructor(message: string, at = 0) {
    super(message);
    this.at = at;
  }
}

/** Reads one kind of manifest. Throws `ManifestFault` when it is broken. */
export interface ManifestReader {
  /** True for the files it reads, judged by path alone. */
  accepts(path: string): boolean;
  read(text: string, path: string): Manifest;
}

/** True for names of groups, scopes and files that are not part of the product. */
export function isDevelopment(word: string): boolean {
  return /(?:^|[^a-z])(?:dev|develop|development|tests?|testing|lint|linting|docs?|ci|build|bench|examples?|typing|types)(?:$|[^a-z])/i.test(
    word,
  );
}
