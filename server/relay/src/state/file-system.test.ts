import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createManualClock } from './clock.js';
import { Database, DatabaseClosed } from './database.js';
import { factsOf, placeOf, type Place } from './file-system.js';

const mounts = [
  'overlay / overlay rw,relatime,lowerdir=/a,upperdir=/b,workdir=/c 0 0',
  '/dev/vda1 /var/lib ext4 rw 0 0',
  'box:/export /var/lib/s360-relay nfs4 rw,vers=4.2 0 0',
  '//box/share /mnt/office cifs rw 0 0',
  'C:\\134 /mnt/c 9p rw,aname=drvfs 0 0',
  'me@box:/ /mnt/with\\040space fuse.sshfs rw 0 0',
  'state /mnt/host virtiofs rw 0 0',
  '/dev/sdb1 /mnt/stick fuseblk rw 0 0',
  'tmpfs /run tmpfs rw 0 0',
  '/dev/vdb /run/disk xfs rw 0 0',
].join('\n');

const cases: [path: string, type: number, place: Place][] = [
  ['/var/lib/s360-relay', 0x6969, { kind: 'shared', fileSystem: 'nfs4' }],
  ['/var/lib/s360-relay/deep/er', 0x6969, { kind: 'shared', fileSystem: 'nfs4' }],
  ['/var/lib/s360-relay-2', 0xef53, { kind: 'disk', fileSystem: 'ext4' }],
  ['/mnt/office/relay', 0xff534d42, { kind: 'shared', fileSystem: 'cifs' }],
  ['/mnt/office/relay', 0xff534d42 | 0, { kind: 'shared', fileSystem: 'cifs' }],
  ['/mnt/office/relay', 0xfe534d42, { kind: 'shared', fileSystem: 'cifs' }],
  ['/mnt/c/relay', 0x01021997, { kind: 'shared', fileSystem: '9p' }],
  ['/mnt/with space/relay', 0x65735546, { kind: 'shared', fileSystem: 'fuse.sshfs' }],
  ['/mnt/host', 0x65735546, { kind: 'shared', fileSystem: 'virtiofs' }],
  ['/mnt/stick/relay', 0x65735546, { kind: 'disk', fileSystem: 'fuseblk' }],
  ['/app/.state', 0x794c7630, { kind: 'fleeting', fileSystem: 'overlay' }],
  ['/run/relay', 0x01021994, { kind: 'fleeting', fileSystem: 'tmpfs' }],
  ['/run/disk/relay', 0x58465342, { kind: 'disk', fileSystem: 'xfs' }],
];

for (const [path, type, place] of cases) {
  test(`${path} on ${(type >>> 0).toString(16)} is ${place.kind}: ${place.fileSystem}`, () => {
    assert.deepEqual(placeOf({ path, type, mounts }), place);
  });
}

test('where the mounts can not be read the number alone has a name', () => {
  assert.deepEqual(placeOf({ path: '/state', type: 0x6969, mounts: '' }), {
    kind: 'shared',
    fileSystem: 'nfs',
  });
});

test('the folder of this test is told from a network', async () => {
  const facts = await factsOf(tmpdir());
  if (process.platform === 'linux') assert.notEqual(facts && placeOf(facts).kind, undefined);
  else assert.equal(facts, undefined);
});

/** Opens a database in a folder of which this is said, and gives what was warned of. */
async function openOn(type: number) {
  const folder = await mkdtemp(join(tmpdir(), 'relay-place-'));
  const warned: object[] = [];
  const log = { warn: (facts: object, message: string) => void warned.push({ ...facts, message }) };
  const facts = async () => ({ path: '/state', type, mounts: '' });
  try {
    const database = await Database.open({ folder, facts }, { clock: createManualClock(0), log });
    await database.close();
    return warned;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('a database on a network is refused in a sentence that says what to do', async () => {
  await assert.rejects(openOn(0x6969), (error: Error) => {
    assert.ok(error instanceof DatabaseClosed);
    assert.match(
      error.message,
      /it lies on nfs, .* put RELAY_STATE_DIR on a disk of this machine, or set RELAY_DATABASE_URL/,
    );
    return true;
  });
});

test('one that goes with the container is warned of, and opened', async () => {
  assert.deepEqual(
    (await openOn(0x794c7630)).map((warning) => (warning as { message: string }).message),
    ['what must survive lies where it does not: put RELAY_STATE_DIR on a disk'],
  );
  assert.deepEqual(await openOn(0xef53), []);
});
