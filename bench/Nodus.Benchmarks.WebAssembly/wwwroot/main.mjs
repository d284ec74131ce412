// Runs the benchmark program in the browser's .NET runtime under node, from the checkout's root:
//   node bench/Nodus.Benchmarks.WebAssembly/bin/Release/net10.0/publish/wwwroot/main.mjs posterior --out marginals.jsonl
// The runtime has a file system of its own in memory: what the program reads is put there first, what it wrote is taken out.
import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { dotnet } from './_framework/dotnet.js';

const COMPILED = 'artifacts/data/', READ = ['atlas.bin', 'knowledge.bin', 'referral.bin', 'safety.bin'], WRITTEN = ['--out', '--lines'];

const args = process.argv.slice(2);
const { Module, getConfig, runMain } = await dotnet.create();
Module.FS_createPath('/', 'data', true, true);
for (const name of READ)
  if (existsSync(COMPILED + name)) Module.FS_createDataFile('/data', name, readFileSync(COMPILED + name), true, false, true);

const outputs = new Map();
const inside = args.map((value, i) => {
  if (!WRITTEN.includes(args[i - 1])) return value;
  const path = `/written-${outputs.size}`;
  outputs.set(path, value);
  return path;
});
const code = await runMain(getConfig().mainAssemblyName, inside);
for (const [path, to] of outputs) writeFileSync(to, Module.FS.readFile(path));
process.exit(code);
