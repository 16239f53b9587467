/** The topics somebody can share: what they are offered to answer, and what they share already. */
import { topics, type Topic } from '$lib/wellbeing/wellbeing';

/** In a fixed order. `offered` is what they can answer, `held` what is shared now (perhaps from before they were 13). */
export const shareable = (offered: readonly Topic[], held: readonly Topic[]): Topic[] =>
	topics.filter((topic) => offered.includes(topic) || held.includes(topic));
