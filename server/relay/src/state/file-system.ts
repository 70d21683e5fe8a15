import { readFile, realpath, statfs } from 'node:fs/promises';

/** What Linux says of a folder. */
export interface FolderFacts {
  /** The folder's own path, without links. */
  readonly path: string;
  /** The number that its file system has in `statfs`. */
  readonly type: number;
  /** The text of `/proc/mounts`; empty where that can't be read. */
  readonly mounts: string;
}

/** Where one writer's locks and memory are nothing to another machine, or to the server behind: the database would be destroyed. */
const shared: Readonly<Record<number, string>> = {
  0x6969: 'nfs',
  0xff534d42: 'cifs',
  0xfe534d42: 'smb2',
  0x517b: 'smb',
  0x01021997: '9p',
  0x65735546: 'fuse',
  0x786f4256: 'vboxsf',
  0x00c36400: 'ceph',
  0x5346414f: 'afs',
  0x0bd00bd0: 'lustre',
  0x47504653: 'gpfs',
  0x01161970: 'gfs2',
  0x7461636f: 'ocfs2',
};
/** What goes with the container, or with the machine's next start. */
const fleeting: Readonly<Record<number, string>> = {
  0x794c7630: 'overlay',
  0x01021994: 'tmpfs',
  0x858458f6: 'ramfs',
};

/** Names in `/proc/mounts` of what `statfs` has one number for: FUSE over a disk of this machine is as good as the disk. */
const localFuse: readonly string[] = ['fuseblk'];

/** What kind of place for a database a folder is, with its file system's name as the operator knows it. */
export interface Place {
  readonly kind: 'disk' | 'shared' | 'fleeting';
  readonly fileSystem: string;
}

/** Judges a folder of Linux. What is not known counts as a disk. */
export function placeOf({ path, type, mounts }: FolderFacts): Place {
  // As one that is written in C sees it: statfs gives numbers of 32 bits, some of them as negative ones.
  const number = type >>> 0;
  const mounted = mountedAt(path, mounts);
  const name = shared[number] ?? fleeting[number];
  if (name === undefined || localFuse.includes(mounted ?? ''))
    return { kind: 'disk', fileSystem: mounted ?? '' };
  return { kind: shared[number] ? 'shared' : 'fleeting', fileSystem: mounted ?? name };
}

/** The type of the innermost mount that the path lies on: the last of those with the longest path, which covers the others. */
function mountedAt(path: string, mounts: string): string | undefined {
  let [longest, found]: [number, string | undefined] = [-1, undefined];
  for (const line of mounts.split('\n')) {
    const [, written = '', type] = line.split(' ');
    const point = written.replace(/\\(\d{3})/g, (_, octal: string) =>
      String.fromCharCode(parseInt(octal, 8)),
    );
    const isAbove = point === '/' || path === point || path.startsWith(`${point}/`);
    if (type === undefined || !isAbove || point.length < longest) continue;
    [longest, found] = [point.length, type];
  }
  return found;
}

/** Undefined on another system than Linux, of which the relay knows too little to refuse anything. */
export async function factsOf(folder: string): Promise<FolderFacts | undefined> {
  if (process.platform !== 'linux') return undefined;
  const path = await realpath(folder);
  const [{ type }, mounts] = await Promise.all([
    statfs(path),
    readFile('/proc/mounts', 'utf8').catch(() => ''),
  ]);
  return { path, type, mounts };
}
