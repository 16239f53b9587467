/** The question on the screen, where it was reached without asking the server. */
declare namespace App {
	interface PageState {
		step?: number;
	}
}
