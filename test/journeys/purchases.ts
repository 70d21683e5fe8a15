/** Two tickets bought in a currency: what people read on the way, and what S-360 is asked for. */
export interface Purchase {
  name: string;
  /** The box office's settings. */
  simulator: Record<string, string>;
  /** Full price unless given. */
  tariff?: string;
  /** Tariffs that are not offered: one whose prices can't be shown exactly, and one that is sold only along with it. */
  unsold?: string[];
  /** The event's cheapest seat, as lists say it. */
  from: string;
  /** The seat that is bought, as lists say it. */
  seat: string;
  /** The same, as a cart says it. */
  exact: string;
  /** That seat for somebody under 26. */
  half: string;
  /** The fee for one ticket. */
  fee: string;
  /** The same, as the relay is told it. */
  feeMinor: number;
  /** What the post would cost. */
  post: string;
  seats: string;
  fees: string;
  total: string;
  tax: string;
  /** The total on the wire. */
  thousandths: number;
}

export const purchases: Purchase[] = [
  {
    name: 'yen, which are not divided',
    simulator: { SIMULATOR_CURRENCY: 'JPY' },
    from: 'JP¥3,600',
    seat: 'JP¥6,200',
    exact: 'JP¥6,200',
    half: 'JP¥3,100',
    fee: 'JP¥196',
    feeMinor: 196,
    post: 'JP¥1,223',
    seats: 'JP¥12,400',
    fees: 'JP¥392',
    total: 'JP¥12,792',
    tax: 'JP¥1,193',
    thousandths: 12_792_000,
  },
  {
    name: 'dinars of a thousand fils',
    simulator: { SIMULATOR_CURRENCY: 'KWD' },
    from: 'KWD 7.810',
    seat: 'KWD 13.490',
    exact: 'KWD 13.490',
    half: 'KWD 6.745',
    fee: 'KWD 0.426',
    feeMinor: 426,
    post: 'KWD 2.663',
    seats: 'KWD 26.980',
    fees: 'KWD 0.852',
    total: 'KWD 27.832',
    tax: 'KWD 2.595',
    thousandths: 27_832,
  },
  {
    name: 'dinars of a hundred para, which browsers leave out',
    simulator: { SIMULATOR_CURRENCY: 'RSD' },
    from: 'RSD 2,600',
    seat: 'RSD 4,450',
    exact: 'RSD 4,450.00',
    half: 'RSD 2,250.00',
    fee: 'RSD 140.64',
    feeMinor: 14_064,
    post: 'RSD 879.00',
    seats: 'RSD 8,900.00',
    fees: 'RSD 281.28',
    total: 'RSD 9,181.28',
    tax: 'RSD 855.97',
    thousandths: 9_181_280,
  },
  {
    name: 'forints of a hundred fillér, which browsers leave out',
    simulator: { SIMULATOR_CURRENCY: 'HUF' },
    from: 'HUF 8,750',
    seat: 'HUF 15,100',
    exact: 'HUF 15,100.00',
    half: 'HUF 7,550.00',
    fee: 'HUF 476.64',
    feeMinor: 47_664,
    post: 'HUF 2,979.00',
    seats: 'HUF 30,200.00',
    fees: 'HUF 953.28',
    total: 'HUF 31,153.28',
    tax: 'HUF 2,904.34',
    thousandths: 31_153_280,
  },
  {
    name: 'forints that are not divided, against ISO 4217',
    simulator: { SIMULATOR_CURRENCY: 'HUF/0' },
    from: 'HUF 8,750',
    seat: 'HUF 15,100',
    exact: 'HUF 15,100',
    half: 'HUF 7,550',
    fee: 'HUF 477',
    feeMinor: 477,
    post: 'HUF 2,979',
    seats: 'HUF 30,200',
    fees: 'HUF 954',
    total: 'HUF 31,154',
    tax: 'HUF 2,904',
    thousandths: 31_154_000,
  },
  {
    name: 'euros, with full prices that are finer than a cent',
    simulator: { SIMULATOR_FINE_TARIFF: 'FULL' },
    tariff: 'Senior 65+',
    unsold: ['Full price', 'Child up to 12'],
    from: '€17.50',
    seat: '€30.50',
    exact: '€30.50',
    half: '€19.00',
    fee: '€1.20',
    feeMinor: 120,
    post: '€7.50',
    seats: '€61.00',
    fees: '€2.40',
    total: '€63.40',
    tax: '€5.95',
    thousandths: 63_400,
  },
];
