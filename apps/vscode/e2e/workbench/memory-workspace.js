import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { strToU8, zipSync } from 'fflate';

/** The folder of a workspace that lies on no disk. */
export const memoryFolder = 'memory:/workspace';

/**
 * Packs an extension that gives the window a file system in memory, as one of a virtual workspace would be.
 *
 * @param {string} folder where the package is written
 * @param {Record<string, string | Uint8Array>} files of the workspace
 * @returns {Promise<string>} its path
 */
export async function packMemoryWorkspace(folder, files) {
  const contents = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, Buffer.from(content).toString('base64')]),
  );
  const manifest = {
    name: 'memory-files',
    publisher: 'tenfold-e2e',
    version: '1.0.0',
    engines: { vscode: '^1.96.0' },
    main: './extension.js',
    activationEvents: ['onFileSystem:memory'],
    capabilities: { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } },
  };
  const identity = `<Identity Language="en-US" Id="${manifest.name}" Version="1.0.0" Publisher="${manifest.publisher}"/>`;
  const engine = '<Property Id="Microsoft.VisualStudio.Code.Engine" Value="^1.96.0"/>';
  const package_ = zipSync({
    'extension/package.json': strToU8(JSON.stringify(manifest)),
    'extension/extension.js': strToU8(
      `(${program})(require('vscode'), exports, ${JSON.stringify(contents)});\n`,
    ),
    'extension.vsixmanifest': strToU8(
      `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>${identity}<DisplayName>Memory</DisplayName><Properties>${engine}</Properties></Metadata>
  <Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>
  <Dependencies/>
  <Assets><Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/></Assets>
</PackageManifest>`,
    ),
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension=".json" ContentType="application/json"/><Default Extension=".js" ContentType="application/javascript"/><Default Extension=".vsixmanifest" ContentType="text/xml"/></Types>`,
    ),
  });
  const path = join(folder, 'memory-files.vsix');
  await writeFile(path, package_);
  return path;
}

/** The extension's program; it is packed as its own text. */
function program(vscode, extension, contents) {
  const { FileSystemError, FileType } = vscode;
  const files = new Map(
    Object.entries(contents).map(([name, text]) => [`/workspace/${name}`, Buffer.from(text, 'base64')]),
  );
  const folders = new Set(['/', '/workspace']);
  const changed = new vscode.EventEmitter();
  const tell = (uri, type) => changed.fire([{ uri, type }]);
  const parent = (path) => path.slice(0, Math.max(1, path.lastIndexOf('/')));
  const inside = (path) =>
    [...files.keys(), ...folders].filter((one) => one !== path && parent(one) === path);

  const provider = {
    onDidChangeFile: changed.event,
    watch: () => ({ dispose() {} }),
    stat(uri) {
      if (folders.has(uri.path)) return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      const file = files.get(uri.path);
      if (file === undefined) throw FileSystemError.FileNotFound(uri);
      return { type: FileType.File, ctime: 0, mtime: 0, size: file.length };
    },
    readDirectory(uri) {
      if (!folders.has(uri.path)) throw FileSystemError.FileNotFound(uri);
      return inside(uri.path).map((path) => [
        path.slice(path.lastIndexOf('/') + 1),
        folders.has(path) ? FileType.Directory : FileType.File,
      ]);
    },
    readFile(uri) {
      const file = files.get(uri.path);
      if (file === undefined) throw FileSystemError.FileNotFound(uri);
      return file;
    },
    writeFile(uri, content) {
      if (!folders.has(parent(uri.path))) throw FileSystemError.FileNotFound(uri);
      const isNew = !files.has(uri.path);
      files.set(uri.path, content);
      tell(uri, isNew ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed);
    },
    createDirectory(uri) {
      folders.add(uri.path);
      tell(uri, vscode.FileChangeType.Created);
    },
    delete(uri) {
      for (const path of [...files.keys()]) if (`${path}/`.startsWith(`${uri.path}/`)) files.delete(path);
      for (const path of [...folders]) if (`${path}/`.startsWith(`${uri.path}/`)) folders.delete(path);
      tell(uri, vscode.FileChangeType.Deleted);
    },
    rename(from, to) {
      const moved = (path) => to.path + path.slice(from.path.length);
      for (const [path, content] of [...files]) {
        if (!`${path}/`.startsWith(`${from.path}/`)) continue;
        files.delete(path);
        files.set(moved(path), content);
      }
      for (const path of [...folders]) {
        if (`${path}/`.startsWith(`${from.path}/`) && folders.delete(path)) folders.add(moved(path));
      }
      tell(from, vscode.FileChangeType.Deleted);
      tell(to, vscode.FileChangeType.Created);
    },
  };
  extension.activate = (context) =>
    context.subscriptions.push(
      vscode.workspace.registerFileSystemProvider('memory', provider, { isCaseSensitive: true }),
    );
}
