/** In one file, so that one server answers all of it: nothing is changed by looking. */
import { nothingIsInTheWay } from './axe.ts';

nothingIsInTheWay('da');
nothingIsInTheWay('ar');
