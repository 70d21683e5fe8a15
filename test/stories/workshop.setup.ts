import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as setup } from '@playwright/test';
import { folder } from './workshop.js';

setup('the workshop is built', () => {
  if (existsSync(join(folder, 'index.json'))) return;
  const root = fileURLToPath(new URL('../..', import.meta.url));
  execFileSync('npm', ['run', '--silent', 'stories:build'], { cwd: root, stdio: 'inherit' });
});
