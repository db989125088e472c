/** In a quick pick `$(name)` would become an icon; the name of a file or a folder is only a name. */
export function plainLabel(name: string): string {
  return name.replaceAll('$(', '$\u200b(');
}
