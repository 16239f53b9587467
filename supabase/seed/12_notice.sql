-- What Egelund Kommune has written; Strandby Kommune has not written anything yet.

insert into public.municipality_notice (municipality_id, valid_from, controller, protection_officer, purpose, legal_basis,
	recipients, kept_for, statement_url, phone, email, status, not_accessible, reviewed_on) values
	(pg_temp.id('municipality', 'e'), pg_temp.day(-320),
		'Egelund Kommune, Rådhuspladsen 1, 0000 Egelund. Telefon 00 00 00 11.',
		'Skriv til dpo@egelund.example, eller ring til 00 00 00 12.',
		'For at hjælpe jer med jeres plan og holde jeres møder.',
		'Barnets lov og forvaltningsloven. Jeres egne svar om trivsel gemmer vi kun, fordi I selv vælger at skrive dem.',
		'De fagpersoner, der er i jeres team. Projektlederen ser, at I er med, men ikke jeres plan. Den, I beder med til et møde, ser det møde. Et barns andet hjem ser det, der handler om barnet. Det firma, der passer på det, I skriver, for kommunen, har det også.',
		'Så længe I er med i projektet. Hvor længe bagefter har kommunen ikke bestemt endnu. Ingenting bliver slettet af sig selv.',
		'https://was.digst.dk/voresplan-egelund-example',
		'00 00 00 11', 'tilgaengelighed@egelund.example',
		'partly', 'Tegningerne og kurverne er beskrevet med ord, men er ikke prøvet af mennesker, der ikke kan se.',
		pg_temp.day(-60));
