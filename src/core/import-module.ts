let native = (url: string): Promise<unknown> => import(url)

/** Says how modules are imported: code that V8 has kept cannot do it by itself, its starter can. */
export function importThrough(importer: (url: string) => Promise<unknown>): void {
  native = importer
}

/** Imports a module of the user's. Rejects as `import` does. */
export const importModule = (url: string): Promise<unknown> => native(url)
