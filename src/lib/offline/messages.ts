/** What pages say to the service worker. */
export type Message =
	/** Who is here: the session to keep under (null: keep nothing) and the page in view ("/plan?x=1"). */
	| { type: 'here'; keepUnder: string | null; page: string }
	/** The person wants the new version. */
	| { type: 'takeOver' };
