import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Runs a program and returns what it prints; when it fails, the test does with what it said. */
export function run(cwd: string, command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
}

/** A folder in which the packed library is installed as a user has it: the tarball's files and its dependencies. */
export function consumer(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'smartpd-consumer-')));
  const library = join(folder, 'node_modules', 'smartpd');
  mkdirSync(library, { recursive: true });
  const packed = run(
    root,
    'npm',
    'pack',
    '--silent',
    '--ignore-scripts',
    '--pack-destination',
    folder,
  ).trim();
  run(folder, 'tar', '-xzf', packed, '--strip-components=1', '-C', library);
  for (const name of ['zod', 'fast-check', 'pure-rand'])
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  return folder;
}
