/** What a unit measures, and how many of the base unit one of it is. */
export interface Unit {
  readonly base: string;
  readonly factor: number;
}

const hour = 3600;
const day = 24 * hour;

const groups: readonly (readonly [string, number, string])[] = [
  ['s', 0.000001, 'µs us microsecond microseconds'],
  ['s', 0.001, 'ms msec millisecond milliseconds millis 毫秒'],
  ['s', 1, 's sec secs second seconds 秒 秒钟 秒鐘'],
  ['s', 60, 'min mins minute minutes 分钟 分鐘 分'],
  ['s', hour, 'h hr hrs hour hours 小时 小時 時間'],
  ['s', day, 'd day days 天 日'],
  ['s', 7 * day, 'w week weeks 周 週'],
  ['month', 1, 'month months 个月 個月 月'],
  ['month', 12, 'y yr yrs year years 年'],
  ['byte', 1, 'b byte bytes'],
  ['byte', 1000, 'kb kilobyte kilobytes'],
  ['byte', 1000 ** 2, 'mb megabyte megabytes'],
  ['byte', 1000 ** 3, 'gb gigabyte gigabytes'],
  ['byte', 1000 ** 4, 'tb terabyte terabytes'],
  ['byte', 1024, 'kib'],
  ['byte', 1024 ** 2, 'mib'],
  ['byte', 1024 ** 3, 'gib'],
  ['byte', 1024 ** 4, 'tib'],
  ['%', 1, '% percent pct ％'],
  ['px', 1, 'px'],
  ['usd', 1, '$ usd dollar dollars'],
  ['usd', 0.01, '¢ cent cents'],
  ['eur', 1, '€ eur euro euros'],
  ['gbp', 1, '£ gbp'],
  ['cny', 1, '¥ cny rmb yuan'],
  ['hz', 1, 'hz'],
  ['hz', 1000, 'khz'],
  ['hz', 1_000_000, 'mhz'],
];

const units = new Map<string, Unit>();
for (const [base, factor, names] of groups) for (const name of names.split(' ')) units.set(name, { base, factor });

/** Units of one letter are read only right behind their number: `30d`, never `30 d of`. */
export function unitOf(word: string): Unit | undefined {
  return units.get(word) ?? units.get(word.toLowerCase());
}

/** Words after `/` or `per`, as one word each. */
export function periodOf(word: string): string {
  const lower = word.toLowerCase();
  const known: Readonly<Record<string, string>> = {
    s: 'second',
    sec: 'second',
    min: 'minute',
    h: 'hour',
    hr: 'hour',
    d: 'day',
    daily: 'day',
    hourly: 'hour',
    weekly: 'week',
    wk: 'week',
    mo: 'month',
    monthly: 'month',
    y: 'year',
    yr: 'year',
    yearly: 'year',
    annually: 'year',
  };
  return known[lower] ?? lower.replace(/s$/, '');
}
