/** "Chrome, Android": a few words to recognise a device by in the list of signed-in devices. */
export function deviceOf(userAgent: string | null): string {
	const agent = userAgent ?? '';
	const first = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(agent))?.[1];
	const browser = first([
		[/SamsungBrowser/, 'Samsung Internet'],
		[/EdgA?\//, 'Edge'],
		[/Firefox|FxiOS/, 'Firefox'],
		[/Chrome|CriOS/, 'Chrome'],
		[/Safari/, 'Safari'],
	]);
	const system = first([
		[/Android/, 'Android'],
		[/iPhone/, 'iPhone'],
		[/iPad/, 'iPad'],
		[/Windows/, 'Windows'],
		[/Mac OS/, 'Mac'],
		[/CrOS/, 'Chromebook'],
		[/Linux/, 'Linux'],
	]);
	return [browser, system].filter(Boolean).join(', ');
}
