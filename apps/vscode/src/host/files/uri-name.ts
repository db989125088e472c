/** The last part of a URI's path: the name of a file or a folder. */
export function uriName({ path }: { readonly path: string }): string {
  return path.replace(/\/+$/, '').replace(/^.*\//s, '');
}
