import { isDemo } from '$lib/server/supabase';
import { demoProvider } from './demo';
import type { IdentityProvider } from './identity';

/** The provider people prove themselves with here; null where the municipality has not chosen one yet. */
export const identityProvider = (): IdentityProvider | null => (isDemo() ? demoProvider : null);
