/**
 * What a threshold colour says: `good` (green), `alarm` (red, orange, yellow), or `neutral` (everything else: blue,
 * purple, grey, transparent, what can't be read).
 */
export type ColorFamily = 'good' | 'alarm' | 'neutral';

/** The hues of Grafana's palette, whose named colours carry a shade in front (`semi-dark-red`). */
const NAMED: ReadonlyArray<readonly [RegExp, ColorFamily]> = [
  [/(^|-)green$/, 'good'],
  [/(^|-)(red|orange|yellow)$/, 'alarm'],
];

const HEX = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/;
const RGB = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)/;

/** Below this difference of its channels (0 to 255) a colour is a grey. */
const GREY = 32;

/** The colour family of a threshold step: Grafana's names with or without a shade, hex and `rgb()`. */
export function colorFamily(color: string): ColorFamily {
  const text = color.trim().toLowerCase();
  const named = NAMED.find(([pattern]) => pattern.test(text));
  if (named) {
    return named[1];
  }
  const channels = readChannels(text);
  return channels ? familyOfHue(channels) : 'neutral';
}

function readChannels(text: string): number[] | undefined {
  const hex = HEX.exec(text)?.[1];
  if (hex) {
    const long = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex;
    return [0, 2, 4].map((at) => parseInt(long.slice(at, at + 2), 16));
  }
  return RGB.exec(text)?.slice(1, 4).map(Number);
}

/** Red to yellow is hue 330° to 65°, green 65° to 170°. */
function familyOfHue([red, green, blue]: readonly number[]): ColorFamily {
  const max = Math.max(red, green, blue);
  const range = max - Math.min(red, green, blue);
  if (!(range >= GREY)) {
    return 'neutral';
  }
  const hue = (hueSextant(red, green, blue, max, range) * 60 + 360) % 360;
  if (hue < 65 || hue >= 330) {
    return 'alarm';
  }
  return hue < 170 ? 'good' : 'neutral';
}

function hueSextant(red: number, green: number, blue: number, max: number, range: number): number {
  if (max === red) {
    return (green - blue) / range;
  }
  return max === green ? 2 + (blue - red) / range : 4 + (red - green) / range;
}
