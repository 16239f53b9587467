/** A form says for whom it was drawn and what it showed, and decides nothing for anybody else or of anything else. */
import { drawnAsThingsWere } from './drawn/drawn-as.ts';
import { drawnForSomebody } from './drawn/drawn-for.ts';
import { house } from './house.ts';

const here = house('drawn');

drawnForSomebody(here);
drawnAsThingsWere(here);
