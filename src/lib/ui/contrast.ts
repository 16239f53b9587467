/** Contrast as WCAG 2.2 defines it: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */

/** Red, green and blue, 0 to 1 each. */
type Light = [number, number, number];

/** Reads '#rrggbb', '#rgb' or 'hsl(204 45% 90%)'; throws on anything else. */
export function readColour(colour: string): Light {
	const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1];
	if (hex) {
		const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
		return [0, 2, 4].map((at) => parseInt(full.slice(at, at + 2), 16) / 255) as Light;
	}
	const hsl = /^hsl\(([\d.]+) ([\d.]+)% ([\d.]+)%\)$/.exec(colour);
	if (!hsl) throw new Error(`not a colour we write: ${colour}`);
	const [hue, saturation, lightness] = [Number(hsl[1]), Number(hsl[2]) / 100, Number(hsl[3]) / 100];
	const reach = saturation * Math.min(lightness, 1 - lightness);
	const channel = (shift: number) => {
		const turn = (shift + hue / 30) % 12;
		return lightness - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1));
	};
	return [channel(0), channel(8), channel(4)];
}

function luminance(colour: string): number {
	const [red, green, blue] = readColour(colour).map((light) =>
		light <= 0.04045 ? light / 12.92 : ((light + 0.055) / 1.055) ** 2.4,
	) as Light;
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast ratio of two colours, 1 to 21. The order makes no difference. */
export function contrast(one: string, other: string): number {
	const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}
