import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const sample = fileURLToPath(new URL('../../server/relay/deploy/nginx.conf', import.meta.url));

/** A real nginx with the project's own configuration, without its certificate, before relays on this machine. */
export async function startNginx(path: string, port: number, targets: readonly number[]) {
  const folder = await mkdtemp(join(tmpdir(), 's360-nginx-'));
  await mkdir(join(folder, 'logs'));
  await writeFile(join(folder, 'nginx.conf'), configuration(await readFile(sample, 'utf8'), port, targets));
  const nginx = spawn(path, ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'], { stdio: 'pipe' });
  const said: string[] = [];
  nginx.stderr.on('data', (chunk) => void said.push(String(chunk)));
  nginx.once('exit', (code) => {
    if (code) console.error(`nginx ended with ${code}:\n${said.join('')}`);
  });
  await isListening(port, nginx);
  return {
    async stop() {
      const ended = new Promise((resolve) => nginx.once('exit', resolve));
      nginx.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The sample with these addresses, and what it takes to run beside another nginx of the machine, as any user. */
function configuration(text: string, port: number, targets: readonly number[]): string {
  const site = text
    .replace(/^ *server 10\..*\n/gm, '')
    .replace(/^( *)keepalive 32;/m, (line, indent: string) => {
      const servers = targets.map(
        (target) => `${indent}server 127.0.0.1:${target} max_fails=1 fail_timeout=2s;`,
      );
      return [...servers, line].join('\n');
    })
    .replace('listen 443 ssl http2;', `listen 127.0.0.1:${port};`)
    .replace(/^ *ssl_.*\n/gm, '');
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path logs/${name};`,
  );
  // As root its workers would be somebody else's, to whom this folder is closed.
  const user = process.getuid?.() === 0 ? 'user root;\n' : '';
  return `${user}daemon off;\npid logs/nginx.pid;\nworker_processes 1;\nevents {}\nhttp {\naccess_log off;\n${paths.join('\n')}\n${site}}\n`;
}

async function isListening(port: number, nginx: ChildProcess): Promise<void> {
  while (nginx.exitCode === null) {
    const isUp = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('nginx does not start');
}
