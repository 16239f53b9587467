import 'i18next';
import type danish from './danish';

declare module 'i18next' {
	interface CustomTypeOptions {
		defaultNS: 'common';
		resources: typeof danish;
	}
}
