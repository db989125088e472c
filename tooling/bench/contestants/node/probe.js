// node probe.js FOLDER PACKAGE: whether a package that was installed can be imported.
import { importFrom } from './installed.js';

const [folder, name] = process.argv.slice(2);
await importFrom(folder, name);
process.exit();
