/** Five colours of a poster. */
export interface Palette {
  ground: string;
  shape: string;
  other: string;
  spark: string;
  light: string;
}

/** The ten palettes, in the order in which a seed picks them: ground, two shapes, spark, light. */
const table = {
  oxide: 'E9DFCF B4452C 23262B D9A441 7C8C7A',
  night: '16222E E8C27A C8553D 5E7F8C F1E9DA',
  glacier: 'DCE6E4 1F4E5F 7FA6A8 E4733B F7F4EC',
  moss: '2E3B2C C9C59A 8A9A5B D5763C E8E2CC',
  clay: 'EBD3C8 8E3B46 2B2A33 D98E73 F5EDE4',
  blue: '233E7A F0E6D2 E9B44C D6432F 7F9FD0',
  mustard: 'E0B23E 22252A F3EBD8 B5482F 4A6A6F',
  fog: 'CFCFC6 3C4043 8B8F8A C4553B F2F0EA',
  lagoon: '0E5357 BFE0D4 F2C14E 0A2F33 F4EFE2',
  cherry: 'B93A2B F4E7D7 1D1F24 F0A58C 7A1F1B',
} as const;

export type PaletteName = keyof typeof table;

export const paletteNames = Object.keys(table) as PaletteName[];

export function paletteOf(name: PaletteName): Palette {
  const [ground = '', shape = '', other = '', spark = '', light = ''] = table[name]
    .split(' ')
    .map((hex) => `#${hex}`);
  return { ground, shape, other, spark, light };
}
